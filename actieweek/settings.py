"""The one settings file. Everything that differs between machines is an environment variable."""

import hashlib
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

from actieweek import env, secrets

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env.folder("DATA_DIR", BASE_DIR / "data")
PRODUCTION = env.flag("PRODUCTION")
DEBUG = False

PORT = env.port("PORT", 8000)
LMTP_PORT = env.port("LMTP_PORT", 8024)
if PRODUCTION:
    SECRET_KEY = env.secret("SECRET_KEY")
    for name in ("ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL"):
        env.required(name)
else:
    SECRET_KEY = env.text("SECRET_KEY") or secrets.made_once(DATA_DIR / "secret_key")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
SITE_URL = env.web_address("SITE_URL", f"http://127.0.0.1:{PORT}")
if not validate_host(urlsplit(SITE_URL).hostname or "", ALLOWED_HOSTS):
    raise ImproperlyConfigured(f"ALLOWED_HOSTS does not hold the host of SITE_URL ({SITE_URL})")
# How many proxies of ours stand in front. Granian listens on loopback only, so in service there is
# one at least; without any, nothing that a client says about itself is believed.
PROXY_COUNT = env.number("PROXY_COUNT", int(PRODUCTION), most=9)
INTAKE_ADDRESS = env.mail_address("INTAKE_ADDRESS", "actieweek@localhost")
# Answers to our mails come to local+token@domain, so that they find their item by themselves. Off
# for a mail server that does not know such addresses (recipient_delimiter of Postfix).
PLUS_ADDRESSING = env.flag("PLUS_ADDRESSING", "on")
# How our own mail server signs its Authentication-Results. Without it nobody counts as checked.
AUTHSERV_ID = env.text("AUTHSERV_ID")
IMAP_URL = env.imap("IMAP_URL")
CLAMAV_URL = env.scanner("CLAMAV_URL")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "agenda",
    "mail",
    "submissions",
    "moderation",
]
MIDDLEWARE = [
    # First, so that what it keeps has every header that the others gave.
    "agenda.publication.KeepAnswers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "actieweek.urls"
WSGI_APPLICATION = "actieweek.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.database("DATABASE_URL", DATA_DIR / "actieweek.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["ENGINE"] = "actieweek.turns.sqlite3"  # Django's own, with fair waiting
    # IMMEDIATE: a transaction that reads and then writes must not meet "database is locked".
    # synchronous=FULL: a mail is acknowledged only when it would survive a power cut.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache("CACHE_URL")}

STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "media", "base_url": "/materiaal/"},
    },
    # What is not published lies apart, under no public address at all.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "private"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "actieweek.bundles.BundleFinder",
]
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "moderation/lockout.html"
AXES_CLIENT_IP_CALLABLE = "submissions.proxies.client_address"
LOGIN_URL = "moderation:login"
LOGIN_REDIRECT_URL = "moderation:queue"
LOGOUT_REDIRECT_URL = "moderation:login"

# Mail out. Without EMAIL_URL a mail becomes a file, so that a trial needs no mail server.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = str(DATA_DIR / "outgoing")
EMAIL_TIMEOUT = 30
globals().update(env.smtp("EMAIL_URL"))
DEFAULT_FROM_EMAIL = f"Landelijke Actieweek Thuiszitters <{INTAKE_ADDRESS}>"
UNDO_SECONDS = 30  # as long as a decision can be taken back before its mail leaves
MESSAGE_SIZE_LIMIT = 50 * 1024 * 1024  # bytes of one raw mail

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 40

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
if PRODUCTION:
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31536000
    SECURE_SSL_REDIRECT = SITE_URL.startswith("https://")
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
if PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The domain above ours is somebody else's: subdomains and the browsers' list are not ours to bind.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no_secrets": {"()": "actieweek.logs.WithoutSecrets"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["no_secrets"],
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "axes": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "mail.log": {"level": "WARNING"},  # aiosmtpd's own: one line per command
    },
}


def _release() -> str:
    """Changes with the code and the templates, so that every deploy gives other ETags."""
    digest = hashlib.blake2b(digest_size=6)
    folders = ("actieweek", "agenda", "templates", "static")
    for path in sorted(p for folder in folders for p in (BASE_DIR / folder).rglob("*")):
        if path.is_file() and path.suffix in {".py", ".html", ".css", ".js", ".svg"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()


RELEASE = env.text("RELEASE") or _release()
