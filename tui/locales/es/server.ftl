### El servidor de cuentas: inicio de sesión, y ajustes que van de una máquina a otra.

head-group-server = El servidor de cuentas
head-document = Documento
head-here = Aquí
head-server = Servidor
head-goes = Qué hacer

word-goes-pull = traer
word-goes-push = llevar
word-goes-conflict = conflicto

ask-password = Contraseña de { $email }:
ask-settings-pull = ¿Traer { $n ->
        [one] este ajuste
       *[other] estos { $n } ajustes
    } del servidor?
ask-settings-push = ¿Llevar { $n ->
        [one] este ajuste
       *[other] estos { $n } ajustes
    } al servidor?

say-login = Sesión iniciada como { $email } en { $server }.
say-login-browser = Inicie sesión en el navegador. Si no se abre, abra esta dirección: { $url }
say-login-code = En cualquier dispositivo abra { $url } y escriba { $code }
say-login-granted = Ha iniciado sesión: puede cerrar esta página y volver al terminal.
say-login-refused = El inicio de sesión fue rechazado: puede cerrar esta página y volver al terminal.
say-login-unknown = luka no espera esta respuesta. Vuelva al terminal y empiece de nuevo.
say-whoami = { $email } en { $server }
say-logout = Sesión cerrada en { $server }.
say-logout-all = Sesión cerrada en { $server }, en todos los dispositivos.
say-not-logged-in = Nadie ha iniciado sesión.
say-settings-same = Nada que llevar en este sentido.
say-settings-would = { $n ->
        [one] Se llevaría un ajuste.
       *[other] Se llevarían { $n } ajustes.
    }
say-settings-pulled = { $n ->
        [one] Se trajo un ajuste del servidor.
       *[other] Se trajeron { $n } ajustes del servidor.
    }
say-settings-pushed = { $n ->
        [one] Se llevó un ajuste al servidor.
       *[other] Se llevaron { $n } ajustes al servidor.
    }
say-settings-to-push = Lo que cambió aquí va al servidor con `luka settings push`.
say-settings-to-pull = Lo que cambió en el servidor viene aquí con `luka settings pull`.

error-server-unknown = no se indicó un servidor de cuentas
hint-server-unknown = indíquelo: `luka login --server https://luka.example.org`, o de una vez: `luka config set server.url https://luka.example.org`
error-server-address = esto no es la dirección de un servidor
hint-server-address = escriba https://luka.example.org, o http://127.0.0.1:8520 para un servidor en esta máquina
hint-config-server-pin = escriba sha256// y el base64 del resumen de la clave, como lo hace curl
error-server-unreachable = no se puede llegar al servidor de cuentas
hint-server-unreachable = ¿es correcta la dirección, y hay red? todo menos la sesión y los ajustes funciona sin él
error-server-untrusted = esta máquina no confía en el certificado del servidor
hint-server-untrusted = si es su propio servidor, fije su clave: `luka config set server.pin sha256//…`
error-server-pin = el servidor tiene otra clave que la que dice `server.pin`
hint-server-pin = pregunte a quien lo administra; no se envió nada
error-server-busy = el servidor de cuentas pide esperar
hint-server-wait = inténtelo en { $n ->
        [one] un segundo
       *[other] { $n } segundos
    }
hint-server-later = inténtelo más tarde
error-server-failing = el servidor de cuentas falló
error-server-nonsense = la respuesta no es la de un servidor de cuentas
hint-server-nonsense = revise la dirección; luka y el servidor pueden ser de versiones distintas
error-server-not-found = el servidor no conoce lo que se le pidió
error-server-conflict = otra máquina acaba de escribir el mismo documento
hint-server-conflict = no se perdió nada: repita la orden y mire la diferencia
error-server-refused = el servidor de cuentas se negó: { $what }
error-login-none = nadie ha iniciado sesión en esta máquina
error-login-ended = la sesión terminó
hint-login = inicie sesión: `luka login`
error-login-damaged = { $path } no es un inicio de sesión
error-login-credentials = la dirección de correo o la contraseña es incorrecta
hint-login-credentials = inténtelo de nuevo; una cuenta se crea con `luka login --email … --register`
error-login-denied = el inicio de sesión fue rechazado
error-login-timeout = nadie inició sesión a tiempo
hint-login-again = empiece de nuevo con `luka login`
error-no-password = se necesita la contraseña, y no hay terminal donde preguntarla
hint-no-password = ponga en { $name } un archivo que la contenga
error-logout-untold = las credenciales ya no están en esta máquina, pero no se pudo avisar al servidor: { $what }
hint-logout-untold = la sesión termina por sí sola en siete días; `luka logout --all` tras el próximo inicio la termina de inmediato
error-settings-conflict = cambió aquí y en el servidor: { $names }
hint-settings-conflict = `luka settings pull --force` toma lo del servidor, `luka settings push --force` conserva lo de esta máquina
error-settings-unusable = el documento `{ $name }` del servidor no tiene sentido para esta versión
hint-settings-unusable = puede haberlo escrito un luka más nuevo; `luka settings push --force` lo reemplaza
