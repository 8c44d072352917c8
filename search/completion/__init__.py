"""How a question that is being typed may go on.

What has been typed goes in; words, names and outlets of the index come out.

Read in this order: suggestions.
"""
