### Ayuda sobre el servidor de cuentas.

help-login = Iniciar sesión en un servidor de cuentas, que lleva ajustes de una máquina a otra; nunca dinero
    .server = Su dirección (si no, la clave `server.url` de la configuración, o la última)
    .device = Mostrar un código que escribir en otro dispositivo, para una máquina sin navegador
    .no-browser = Escribir la dirección en vez de abrir un navegador, y esperar la respuesta
    .email = Con contraseña, para un servidor sin proveedor de identidad; se pregunta, o viene de LUKA_ACCOUNT_PASSWORD_FILE
    .register = Crear la cuenta
    .more = Todo menos la sesión y los ajustes funciona sin servidor.
    .examples =
        luka login --server https://luka.example.org
        luka login --device
        luka login --email ana@example.org --register
help-logout = Cerrar la sesión
    .all = En todos los dispositivos
help-whoami = Mostrar quién ha iniciado sesión, y dónde
help-settings = Llevar preferencias de una máquina a otra; nada sobre dinero
    .examples =
        luka settings push
        luka settings pull --dry-run
help-settings-pull = Traer los ajustes del servidor a la configuración de esta máquina
    .dry-run = Mostrar la diferencia, y no cambiar nada
    .force = Donde cambiaron ambos lados, tomar lo del servidor
    .more = Termina con 6 cuando ambos lados cambiaron el mismo documento; entonces nada cambia.
help-settings-push = Llevar los ajustes de esta máquina al servidor
    .dry-run = Mostrar la diferencia, y no enviar nada
    .force = Donde cambiaron ambos lados, conservar lo de esta máquina
    .more = Termina con 6 cuando ambos lados cambiaron el mismo documento, u otra máquina lo escribe en ese momento.
