//! What the pages say, in both languages.

use hyper_server::StatusCode;

/// What a page says that only says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Message {
    /// It went well.
    SignedIn,
    /// Nothing began here, or it is over, or it began in another browser.
    Stale,
    /// The person or the provider said no.
    Refused,
    /// What the provider said can't be believed.
    Untrusted,
    /// The provider does not vouch for the address.
    Unverified,
    /// The account is disabled.
    Disabled,
    /// The provider does not answer.
    ProviderDown,
    /// A form that is not ours, or too old.
    Forgotten,
    /// The device is let in.
    Approved,
    /// The device is not let in.
    Denied,
    /// Nothing waits with this code any more.
    Gone,
    /// Too often.
    TooMany,
}

impl Message {
    pub(super) const fn status(self) -> StatusCode {
        match self {
            Self::SignedIn | Self::Approved | Self::Denied => StatusCode::OK,
            Self::Stale | Self::Refused | Self::Untrusted | Self::Gone => StatusCode::BAD_REQUEST,
            Self::Unverified | Self::Disabled | Self::Forgotten => StatusCode::FORBIDDEN,
            Self::ProviderDown => StatusCode::BAD_GATEWAY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
        }
    }
}

/// All texts of one language.
pub(super) struct Texts {
    pub(super) language: &'static str,
    /// Title and text, in the order of [`Message`].
    messages: [(&'static str, &'static str); 12],
    pub(super) sign_in: &'static str,
    pub(super) sign_in_why: &'static str,
    pub(super) with_provider: &'static str,
    pub(super) email: &'static str,
    pub(super) password: &'static str,
    pub(super) wrong_credentials: &'static str,
    pub(super) code: &'static str,
    pub(super) code_why: &'static str,
    pub(super) wrong_code: &'static str,
    pub(super) go_on: &'static str,
    pub(super) confirm: &'static str,
    pub(super) confirm_why: &'static str,
    pub(super) account: &'static str,
    pub(super) program: &'static str,
    pub(super) device: &'static str,
    pub(super) asked_from: &'static str,
    pub(super) asked_at: &'static str,
    pub(super) approve: &'static str,
    pub(super) deny: &'static str,
}

impl Texts {
    pub(super) const fn message(&self, message: Message) -> (&'static str, &'static str) {
        self.messages[message as usize]
    }
}

pub(super) const EN: Texts = Texts {
    language: "en",
    messages: [
        ("You are signed in", "You can close this page."),
        (
            "This sign-in is not valid",
            "It is too old, was used already, or began in another browser. Please begin again.",
        ),
        (
            "You are not signed in",
            "The sign-in was cancelled. Nothing has changed.",
        ),
        (
            "You are not signed in",
            "The identity provider's answer can't be trusted. Please begin again.",
        ),
        (
            "You are not signed in",
            "The identity provider has not verified your e-mail address. Verify it there first.",
        ),
        ("You are not signed in", "This account is disabled."),
        (
            "The identity provider does not answer",
            "Please try again in a few minutes. Nothing has changed.",
        ),
        (
            "This page is too old",
            "Please open it again and repeat the last step.",
        ),
        (
            "The device is signed in",
            "You can close this page and go back to your device.",
        ),
        (
            "The device was refused",
            "It is not signed in. You can close this page.",
        ),
        (
            "No device is waiting",
            "The code has expired or was answered already. Ask for a new one on your device.",
        ),
        (
            "Too many attempts",
            "Please wait a few minutes and try again.",
        ),
    ],
    sign_in: "Sign in",
    sign_in_why: "Sign in to let a device use your account.",
    with_provider: "Sign in with the identity provider",
    email: "E-mail",
    password: "Password",
    wrong_credentials: "This e-mail and password are not valid.",
    code: "Enter the code",
    code_why: "Type the code that your device shows.",
    wrong_code: "No device is waiting with this code.",
    go_on: "Continue",
    confirm: "Let this device in?",
    confirm_why: "It will have access to your account. Say yes only if you asked for this yourself, \
just now, on a device of yours.",
    account: "Your account",
    program: "Program",
    device: "Device",
    asked_from: "Asked from",
    asked_at: "Asked at (UTC)",
    approve: "Yes, let it in",
    deny: "No",
};

pub(super) const ES: Texts = Texts {
    language: "es",
    messages: [
        ("Ha iniciado sesión", "Puede cerrar esta página."),
        (
            "Este inicio de sesión no es válido",
            "Es demasiado antiguo, ya se usó o empezó en otro navegador. Empiece de nuevo.",
        ),
        (
            "No ha iniciado sesión",
            "El inicio de sesión se canceló. Nada ha cambiado.",
        ),
        (
            "No ha iniciado sesión",
            "La respuesta del proveedor de identidad no es de confianza. Empiece de nuevo.",
        ),
        (
            "No ha iniciado sesión",
            "El proveedor de identidad no ha verificado su correo. Verifíquelo allí primero.",
        ),
        ("No ha iniciado sesión", "Esta cuenta está desactivada."),
        (
            "El proveedor de identidad no responde",
            "Inténtelo de nuevo en unos minutos. Nada ha cambiado.",
        ),
        (
            "Esta página es demasiado antigua",
            "Ábrala de nuevo y repita el último paso.",
        ),
        (
            "El dispositivo ha iniciado sesión",
            "Puede cerrar esta página y volver a su dispositivo.",
        ),
        (
            "El dispositivo fue rechazado",
            "No ha iniciado sesión. Puede cerrar esta página.",
        ),
        (
            "Ningún dispositivo espera",
            "El código caducó o ya se respondió. Pida uno nuevo en su dispositivo.",
        ),
        (
            "Demasiados intentos",
            "Espere unos minutos e inténtelo de nuevo.",
        ),
    ],
    sign_in: "Iniciar sesión",
    sign_in_why: "Inicie sesión para que un dispositivo pueda usar su cuenta.",
    with_provider: "Iniciar sesión con el proveedor de identidad",
    email: "Correo",
    password: "Contraseña",
    wrong_credentials: "Este correo y esta contraseña no son válidos.",
    code: "Introduzca el código",
    code_why: "Escriba el código que muestra su dispositivo.",
    wrong_code: "Ningún dispositivo espera con este código.",
    go_on: "Continuar",
    confirm: "¿Dejar entrar a este dispositivo?",
    confirm_why: "Tendrá acceso a su cuenta. Acepte solo si lo pidió usted mismo, ahora, en un \
dispositivo suyo.",
    account: "Su cuenta",
    program: "Programa",
    device: "Dispositivo",
    asked_from: "Pedido desde",
    asked_at: "Pedido a las (UTC)",
    approve: "Sí, dejarlo entrar",
    deny: "No",
};
