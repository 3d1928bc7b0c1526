# The attributes' names as Cisco asks for them: not qualified. pysaml2 would write object identifiers in their place.
names = {"uid": "uid", "user_principal": "user_principal"}
MAP = {"identifier": "urn:oasis:names:tc:SAML:2.0:attrname-format:basic", "fro": names, "to": names}
