"""What programs get at each address, as OpenAPI tells it.

Read in this order: answer_schemas (what is answered, as JSON Schema), openapi_document (the addresses, and what they
take).
"""
