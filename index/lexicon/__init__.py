"""Words and names that are known beforehand, as tables.

Tables with what is needed to look something up in them; nothing is read from the disk, and no other room is asked.

Read in this order: months, places, outlet_names, outlet_words, address_wrappers, outlet_sites, name_words,
speech_verbs, governments, person_spellings, place_spellings, record_fields.
"""
