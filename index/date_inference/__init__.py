"""When an undated article was published, by what it says of days and by dated articles beside it.

An article's expressions and its neighbours go in; a range of days with evidence comes out, or nothing. It asks timex/.

Read in this order: events (happenings that two articles name alike), inference.
"""
