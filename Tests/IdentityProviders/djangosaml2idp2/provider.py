"""djangosaml2idp2 in the smallest Django project that serves it, over HTTPS.

usage: provider.py prepare FOLDER ADDRESS          makes the database and the agent; prints nothing
       provider.py metadata FOLDER ADDRESS         prints the provider's metadata
       provider.py import FOLDER ADDRESS METADATA  registers the service provider that METADATA describes
       provider.py set FOLDER ADDRESS NAME VALUE   changes one column of that registration: true, false or a text
       provider.py serve FOLDER ADDRESS PORT       serves on the loopback address PORT names as ADDRESS:PORT

ADDRESS is the provider's origin as browsers name it. The agent's password comes from the environment (IDP_PASSWORD).
FOLDER holds idp.key, idp.crt, server.key and server.crt.
"""

import os
import pathlib
import shutil
import socketserver
import ssl
import sys
import wsgiref.simple_server

import django
from django.conf import settings

command, folder, origin, *rest = sys.argv[1:]
folder = pathlib.Path(folder)

settings.configure(
    SECRET_KEY=os.environ["IDP_SALT"],
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    INSTALLED_APPS=[
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "djangosaml2idp"
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [pathlib.Path(__file__).parent / "templates"],
            "APP_DIRS": True,
            "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
        }
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "django.sqlite3"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    # Only so that making the agent does not take seconds of hashing.
    PASSWORD_HASHERS=["django.contrib.auth.hashers.PBKDF2PasswordHasher"],
    LOGIN_URL="/login/",
    SESSION_COOKIE_SECURE=True,
    CSRF_COOKIE_SECURE=True,
    # A request that is posted comes from another site, and the next step looks for what it left in the session.
    SESSION_COOKIE_SAMESITE="None",
    SAML_IDP_CONFIG={
        "entityid": origin + "/idp/metadata/",
        "xmlsec_binary": shutil.which("xmlsec1"),
        "key_file": str(folder / "idp.key"),
        "cert_file": str(folder / "idp.crt"),
        "attribute_map_dir": str(pathlib.Path(__file__).parent / "attribute-maps"),
        "service": {
            "idp": {
                "name": "djangosaml2idp2",
                "endpoints": {
                    "single_sign_on_service": [
                        (origin + "/idp/sso/redirect/", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"),
                        (origin + "/idp/sso/post/", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"),
                    ]
                },
                "name_id_format": ["urn:oasis:names:tc:SAML:2.0:nameid-format:transient"],
                "policy": {"default": {"name_form": "urn:oasis:names:tc:SAML:2.0:attrname-format:basic"}},
                "sign_response": False,
                "sign_assertion": False,
                "want_authn_requests_signed": True,
            }
        },
    },
)
django.setup()

from django.contrib.auth.views import LoginView  # noqa: E402: Django is to be set up first
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.urls import include, path  # noqa: E402
from djangosaml2idp.models import ServiceProvider  # noqa: E402
from djangosaml2idp.processors import BaseProcessor  # noqa: E402

urlpatterns = [
    path("idp/", include("djangosaml2idp.urls", namespace="djangosaml2idp")),
    path("login/", LoginView.as_view(template_name="login.html")),
]


def metadata_path(service_provider):
    """The library writes the metadata to a folder that every user of the machine shares."""
    target = folder / f"sp-{service_provider.id}.xml"
    target.write_text(service_provider.local_metadata)
    return str(target)


ServiceProvider.metadata_path = metadata_path


class Agents(BaseProcessor):
    """Names people by a transient identifier, which the library leaves to its users."""

    def get_user_id(self, user, name_id_format, service_provider, idp_config):
        return os.urandom(16).hex()


OTHER = "https://other.example/sp"


class WrongAudience(Agents):
    """Answers as if another service provider had asked."""

    def get_user_id(self, user, name_id_format, service_provider, idp_config):
        service_provider.entity_id = OTHER
        return super().get_user_id(user, name_id_format, service_provider, idp_config)


class Server(socketserver.ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    daemon_threads = True

    def setup_environ(self):
        super().setup_environ()
        self.base_environ["HTTPS"] = "on"


def prepare():
    from django.contrib.auth.models import User

    call_command("migrate", verbosity=0)
    agent = User(username="sjefferson", email="sjefferson@finesse.com")
    agent.set_password(os.environ["IDP_PASSWORD"])
    agent.save()


def metadata():
    from djangosaml2idp.idp import IDP

    print(IDP.metadata())


def register(metadata):
    import xml.etree.ElementTree

    text = pathlib.Path(metadata).read_text()
    entity_id = xml.etree.ElementTree.fromstring(text).get("entityID")
    # A neighbour that the provider knows too, for the answer that is meant for it.
    for name in (OTHER, entity_id):
        add(name, text.replace(f'entityID="{entity_id}"', f'entityID="{name}"'))


def add(entity_id, text):
    service_provider = ServiceProvider(
        entity_id=entity_id,
        local_metadata=text,
        _processor=f"{Agents.__module__}.{Agents.__name__}",
        _attribute_mapping='{"username": "uid", "email": "user_principal"}',
        _sign_response=True,
        _sign_assertion=True,
        _signing_algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        _digest_algorithm="http://www.w3.org/2001/04/xmlenc#sha256",
    )
    service_provider.save()


def change(name, value):
    ServiceProvider.objects.update(**{name: {"true": True, "false": False}.get(value, value)})


def serve(place):
    address, port = place.rsplit(":", 1)
    server = wsgiref.simple_server.make_server(address, int(port), get_wsgi_application(), server_class=Server)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.crt", folder / "server.key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.serve_forever()


{"prepare": prepare, "metadata": metadata, "import": register, "set": change, "serve": serve}[command](*rest)
