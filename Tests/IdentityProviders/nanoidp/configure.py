"""Writes NanoIDP's two configuration files.

usage: configure.py FOLDER ISSUER SERVICE-PROVIDER-CERTIFICATE

The agent's password comes from the environment (IDP_PASSWORD), so that no list of processes shows it.
"""

import json
import os
import pathlib
import sys

folder, issuer, certificate = sys.argv[1:]
settings = {
    "config_version": 1,
    "oauth": {"issuer": issuer, "clients": []},
    # The request's signature is checked, with the certificate of the Identity Service's metadata.
    "saml": {"want_authn_requests_signed": True, "sp_certificates": [certificate], "strict_binding": True},
}
users = {
    "config_version": 1,
    "users": {
        "sjefferson": {
            "password": os.environ["IDP_PASSWORD"],
            "attributes": {"uid": "sjefferson", "user_principal": "sjefferson@finesse.com"},
        }
    },
}
# JSON is YAML too.
for name, content in (("settings", settings), ("users", users)):
    (pathlib.Path(folder) / f"{name}.yaml").write_text(json.dumps(content, indent=2))
