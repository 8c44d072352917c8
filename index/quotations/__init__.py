"""The direct quotations of a text, and to whom each is attributed.

A body goes in; spans of quotations with their speakers come out. It asks entities/ for names.

Read in this order: quotation_spans (what stands between quotation marks), attribution (who is said to say it, behind
and before it), speakers (all quotations of an article).
"""
