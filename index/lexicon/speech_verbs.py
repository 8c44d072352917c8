"""The words with which newspapers say who speaks, and those that stand beside them."""

VERBS = frozenset(
    str.split("""
    said says agreed agrees told tells asked asks added adds wrote writes tweeted tweets posted explained explains
    noted notes argued argues warned warns claimed claims insisted insists stated states declared declares announced
    replied replies responded responds recalled recalls continued continues concluded concludes admitted admits
    acknowledged acknowledges testified joked jokes quipped remarked commented observed observes stressed stresses
    emphasised emphasized suggested suggests promised vowed pledged shouted yelled cried complained lamented
    countered urged boasted exclaimed mused reasoned reiterated reiterates confirmed cautioned contended contends
    conceded concedes maintained maintains predicted predicts asserted asserts demanded alleged alleges thundered
    whispered summed snapped gushed enthused scoffed fumed opined elaborated clarified clarifies retorted chimed
    interjected pointed
    """)
)
"""Forms of verbs of saying; those that are nouns as often, such as comments, are left out."""
TELLING = frozenset(["told", "tells", "asked", "asks", "warned", "urged"])
"""Verbs that somebody may follow who is told."""
CALLED = frozenset(
    str.split("""
    called calls calling described describes describing dubbed dubbing labelled labeled labelling labeling termed
    accused accuses accusing branded branding deemed named titled entitled read reads reading known headlined quoted
    quotes quoting sang sung featuring starring chanting chanted
    """)
)
"""Before a quotation, words after which what is quoted may be somebody else's, or a name."""
AUXILIARIES = frozenset(
    str.split("""
    has had have also later then once often even just now still first again previously
    """)
)
ADVERBS = AUXILIARIES | frozenset(
    str.split("""
    recently earlier meanwhile however too himself herself soon quickly only never
    """)
)
PASSIVE = frozenset(
    str.split("""
    was were is are be been being get got gets when if
    """)
)
"""Before a verb, words that turn it round: Milley was told."""
PRONOUNS = frozenset(("he", "she"))
CLAUSE_BEGINNERS = frozenset(
    str.split("""
    he she it they that the there his her its their a an this these we i no if what
    """)
)
"""What begins a clause of its own behind a verb of saying: Milley said he knew."""
PREPOSITIONS = frozenset(
    str.split("""
    for to from by with in at on about against of into after before during under as over than like between
    """)
)
CLAUSE_JOINTS = frozenset(
    str.split("""
    and but while when that who which because although though if so yet where as after
    """)
)
