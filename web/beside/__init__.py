"""What stands beside results and articles, as links: facets, a timeline, who else tells the story, what is spoken of.

Results and articles go in; what the templates show comes out. It knows addresses and words, and no request.

Read in this order: reading_view (an article with its matches), choice_links, facet_view, timeline_view, story_view
(also of two articles side by side), sidebar, story_sections, story_page.
"""
