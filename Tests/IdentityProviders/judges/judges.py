"""Other people's SAML libraries judge what the sandbox sends: pysaml2, python3-saml and xmlsec1.

usage: judges.py FOLDER NAME SIGNED

FOLDER/judge.key and judge.crt are any RSA key and its certificate; FOLDER/NAME.json is what `finessectl sandbox --json` said, FOLDER/NAME-sp.xml the Identity Service's metadata. SIGNED says
which parts of a response are signed: message, assertion or messageAndAssertion. Each judge has to accept what was sent and
to refuse every changed copy of it. One line per judgement goes to standard output, `ok` or `FAIL` first; the exit status is
0 when all are `ok`.
"""

import base64
import logging
import re
import shutil
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree
import zlib

from browser import Sandbox

folder, name, signed = sys.argv[1:]
PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol"
ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion"
METADATA = "urn:oasis:names:tc:SAML:2.0:metadata"
SIGNATURE = "http://www.w3.org/2000/09/xmldsig#"
TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
failed = False

# The judges say why they refuse on their logs, which is not what is asked here.
logging.disable(logging.CRITICAL)


class Refused(Exception):
    pass


def read(path):
    with open(path) as file:
        return file.read()


def certificate(metadata_path):
    """The first signing certificate of metadata, as a PEM file beside it."""
    element = xml.etree.ElementTree.parse(metadata_path).find(f".//{{{SIGNATURE}}}X509Certificate")
    lines = re.findall(".{1,64}", re.sub(r"\s", "", element.text))
    path = metadata_path + ".pem"
    with open(path, "w") as file:
        file.write("\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""]))
    return path


def judge(what, accepts, honest, changed):
    """A judge accepts the honest thing and refuses every changed one; says so, and remembers a failure."""
    global failed
    faults = []
    try:
        accepts(honest)
    except Exception as error:
        faults.append(f"refused what was sent ({type(error).__name__}: {error})")
    for change, thing in changed.items():
        try:
            accepts(thing)
            faults.append(f"accepted it with {change}")
        except Exception:
            pass
    failed = failed or bool(faults)
    print(f"FAIL  {what}: {'; '.join(faults)}" if faults else f"ok    {what}", flush=True)


def run_xmlsec(document, element, key):
    """Verifies the signature that is a child of an element, with this key and no other."""
    command = ["xmlsec1", "--verify", "--enabled-reference-uris", "same-doc", "--pubkey-cert-pem", key]
    for namespace, local in ((PROTOCOL, "Response"), (PROTOCOL, "AuthnRequest"), (ASSERTION, "Assertion")):
        command += ["--id-attr:ID", f"{namespace}:{local}"]
    xpath = f"//*[local-name()='{element}']/*[local-name()='Signature']"
    done = subprocess.run(command + ["--node-xpath", xpath, "-"], input=document, capture_output=True)
    if done.returncode != 0:
        raise Refused(done.stderr.decode().splitlines()[:1])


# What the sandbox sent.
sandbox = Sandbox(f"{folder}/{name}.json")
sp_path, idp_path = f"{folder}/{name}-sp.xml", f"{folder}/{name}-idp.xml"
with open(idp_path, "w") as file:
    metadata_address = sandbox.identity_provider + "/FederationMetadata/2007-06/FederationMetadata.xml"
    file.write(sandbox.request("GET", metadata_address).text)
sp_key, idp_key = certificate(sp_path), certificate(idp_path)
sp_root, idp_root = (xml.etree.ElementTree.parse(path).getroot() for path in (sp_path, idp_path))
sp_entity, idp_entity = sp_root.get("entityID"), idp_root.get("entityID")
consumer = sp_root.find(f".//{{{METADATA}}}AssertionConsumerService").get("Location")
sign_on = idp_root.find(f".//{{{METADATA}}}SingleSignOnService").get("Location")
request, response_form = sandbox.sign_in("sjefferson", "Ratchet-1984")
response = base64.b64decode(response_form.fields["SAMLResponse"])

if isinstance(request, str):
    binding = "redirect"
    query = urllib.parse.urlsplit(request).query
    fields = dict(urllib.parse.parse_qsl(query))
    request_xml = zlib.decompress(base64.b64decode(fields["SAMLRequest"]), -15)
else:
    binding = "post"
    fields = request.fields
    request_xml = base64.b64decode(fields["SAMLRequest"])
request_id = xml.etree.ElementTree.fromstring(request_xml).get("ID")


def replaced(document, old, new):
    """A copy with another text; that the old one is not there would make the change none."""
    if old not in document:
        raise SystemExit(f"{old} is not in the message.")
    return document.replace(old, new)


def without_signatures(document):
    return re.sub(rb"<ds:Signature[ >].*?</ds:Signature>", b"", document, flags=re.DOTALL)


changed_responses = {
    "another user": replaced(response, b">sjefferson<", b">admin<"),
    "another audience": replaced(response, f"Audience>{sp_entity}".encode(), b"Audience>evil.example"),
    "another end": re.sub(rb'NotOnOrAfter="20', b'NotOnOrAfter="21', response),
    "no signature": without_signatures(response),
    "another signature value": re.sub(rb"(SignatureValue>\s*)[A-Za-z0-9+/]{8}", rb"\1AAAAAAAA", response),
}
wants_message, wants_assertion = signed != "assertion", signed != "message"


# Judge 1: pysaml2, as service provider and as identity provider.
def pysaml2():
    from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
    from saml2.client import Saml2Client
    from saml2.config import IdPConfig, SPConfig
    from saml2.server import Server

    binary = shutil.which("xmlsec1")

    def accepts_response(document):
        configuration = SPConfig().load(
            {
                "entityid": sp_entity,
                "xmlsec_binary": binary,
                "metadata": {"local": [idp_path]},
                "allow_unknown_attributes": True,
                "service": {
                    "sp": {
                        "endpoints": {"assertion_consumer_service": [(consumer, BINDING_HTTP_POST)]},
                        "want_response_signed": wants_message,
                        "want_assertions_signed": wants_assertion,
                        "allow_unsolicited": False,
                    }
                },
            }
        )
        encoded = base64.b64encode(document).decode()
        parsed = Saml2Client(config=configuration).parse_authn_request_response(
            encoded, BINDING_HTTP_POST, outstanding={request_id: "/"}
        )
        if parsed is None or parsed.ava.get("uid") != ["sjefferson"]:
            raise Refused("another user")

    judge(f"pysaml2, a response with {signed} signed", accepts_response, response, changed_responses)

    def server():
        configuration = IdPConfig().load(
            {
                "entityid": idp_entity,
                "xmlsec_binary": binary,
                "metadata": {"local": [sp_path]},
                # Of its own; without one it can check no redirect.
                "key_file": f"{folder}/judge.key",
                "cert_file": f"{folder}/judge.crt",
                "service": {
                    "idp": {
                        "endpoints": {
                            "single_sign_on_service": [
                                (sign_on, BINDING_HTTP_REDIRECT), (sign_on, BINDING_HTTP_POST)
                            ]
                        },
                        "want_authn_requests_signed": True,
                        "name_id_format": [TRANSIENT],
                    }
                },
            }
        )
        return Server(config=configuration)

    def imports(path):
        services = server().metadata.assertion_consumer_service(sp_entity, binding=BINDING_HTTP_POST)
        if [service["location"] for service in services] != [consumer]:
            raise Refused("another address")

    judge("pysaml2 imports the Identity Service's metadata", imports, sp_path, {})

    def accepts_request(values):
        if binding == "redirect":
            parsed = server().parse_authn_request(
                values["SAMLRequest"], BINDING_HTTP_REDIRECT, relay_state=values["RelayState"],
                sigalg=values["SigAlg"], signature=values["Signature"],
            )
        else:
            parsed = server().parse_authn_request(values["SAMLRequest"], BINDING_HTTP_POST)
        if parsed is None or parsed.message.id != request_id:
            raise Refused("another request")

    judge(f"pysaml2, a request by {binding}", accepts_request, fields, changed_requests())


def changed_requests():
    """Changed copies of the request's parameters."""
    changed = replaced(request_xml, b'ForceAuthn="false"', b'ForceAuthn="true"')
    if binding == "post":
        return {
            "another wish": fields | {"SAMLRequest": base64.b64encode(changed).decode()},
            "another signature value": fields
            | {
                "SAMLRequest": base64.b64encode(
                    re.sub(rb"(SignatureValue>\s*)[A-Za-z0-9+/]{8}", rb"\1AAAAAAAA", request_xml)
                ).decode()
            },
        }
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    deflated = compressor.compress(changed) + compressor.flush()
    return {
        "another wish": fields | {"SAMLRequest": base64.b64encode(deflated).decode()},
        "another relay state": fields | {"RelayState": "0" * 32},
        "another signature value": fields | {"Signature": "AAAAAAAA" + fields["Signature"][8:]},
    }


def signed_query(values):
    """The octets that a redirect's signature covers."""
    names = ("SAMLRequest", "RelayState", "SigAlg")
    return "&".join(f"{name}={urllib.parse.quote(values[name], safe='')}" for name in names)


# Judge 2: python3-saml, as service provider; it checks requests by the functions it checks logouts with.
def python3_saml():
    from onelogin.saml2.idp_metadata_parser import OneLogin_Saml2_IdPMetadataParser
    from onelogin.saml2.response import OneLogin_Saml2_Response
    from onelogin.saml2.settings import OneLogin_Saml2_Settings
    from onelogin.saml2.utils import OneLogin_Saml2_Utils

    provider = OneLogin_Saml2_IdPMetadataParser.parse(read(idp_path), entity_id=idp_entity)["idp"]
    settings = OneLogin_Saml2_Settings(
        {
            "strict": True,
            "sp": {"entityId": sp_entity, "assertionConsumerService": {"url": consumer}, "NameIDFormat": TRANSIENT},
            "idp": provider,
            "security": {
                "wantMessagesSigned": wants_message,
                "wantAssertionsSigned": wants_assertion,
                "rejectDeprecatedAlgorithm": True,
            },
        }
    )
    place = urllib.parse.urlsplit(consumer)
    posted = {
        "https": "on",
        "http_host": place.netloc,
        "script_name": place.path,
        "request_uri": place.path + "?" + place.query,
        "get_data": dict(urllib.parse.parse_qsl(place.query)),
        "post_data": {},
    }

    def accepts_response(document):
        parsed = OneLogin_Saml2_Response(settings, base64.b64encode(document).decode())
        parsed.is_valid(posted, request_id, raise_exceptions=True)
        if parsed.get_attributes().get("uid") != ["sjefferson"]:
            raise Refused("another user")

    judge(f"python3-saml, a response with {signed} signed", accepts_response, response, changed_responses)

    def imports(text):
        errors = settings.validate_metadata(text)
        if errors:
            raise Refused(errors)

    judge(
        "python3-saml imports the Identity Service's metadata",
        imports,
        read(sp_path),
        {"an end that is over": re.sub('validUntil="[^"]*"', 'validUntil="2001-01-01T00:00:00Z"', read(sp_path))},
    )

    def accepts_request(values):
        if binding == "redirect":
            holds = OneLogin_Saml2_Utils.validate_binary_sign(
                signed_query(values), base64.b64decode(values["Signature"]), read(sp_key), values["SigAlg"]
            )
        else:
            holds = OneLogin_Saml2_Utils.validate_sign(
                base64.b64decode(values["SAMLRequest"]), read(sp_key), xpath="/samlp:AuthnRequest/ds:Signature"
            )
        if not holds:
            raise Refused("the signature does not hold")

    judge(f"python3-saml, a request by {binding}", accepts_request, fields, changed_requests())


# Judge 3: xmlsec1; a redirect's signature is not one of XML, there OpenSSL judges.
def xmlsec1():
    elements = [*(["Response"] if wants_message else []), *(["Assertion"] if wants_assertion else [])]

    def accepts_response(document):
        for element in elements:
            run_xmlsec(document, element, idp_key)

    judge(f"xmlsec1, a response with {signed} signed", accepts_response, response, changed_responses)

    def accepts_request(values):
        if binding == "post":
            return run_xmlsec(base64.b64decode(values["SAMLRequest"]), "AuthnRequest", sp_key)
        paths = [f"{folder}/{name}.signature", f"{folder}/{name}.pub"]
        with open(paths[0], "wb") as file:
            file.write(base64.b64decode(values["Signature"]))
        with open(paths[1], "wb") as file:
            command = ["openssl", "x509", "-in", sp_key, "-noout", "-pubkey"]
            file.write(subprocess.run(command, check=True, capture_output=True).stdout)
        command = ["openssl", "dgst", "-sha256", "-verify", paths[1], "-signature", paths[0]]
        subprocess.run(command, input=signed_query(values).encode(), check=True, capture_output=True)

    what = "xmlsec1" if binding == "post" else "openssl"
    judge(f"{what}, a request by {binding}", accepts_request, fields, changed_requests())


pysaml2()
python3_saml()
xmlsec1()
sys.exit(1 if failed else 0)
