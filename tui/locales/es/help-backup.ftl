### Ayuda de remotos y respaldos.

help-remote = Adónde van las versiones del libro
    .name = El nombre del remoto
help-remote-add = Agrega un remoto; el primero pide la frase de paso una vez
    .name = Cómo llamarlo: letras, cifras, guiones
    .examples =
        luka remote add usb folder /media/usb/luka
        luka remote add drive gdrive --client-secret client.json
help-remote-add-folder = Una carpeta: una memoria USB, un disco de red, un directorio que otro programa se lleva
    .path = La carpeta; se crea si existe la que la contiene
help-remote-add-gdrive = Una carpeta en su propio Google Drive; luka solo ve los archivos que hizo él mismo
    .client-secret = El archivo JSON del cliente OAuth de una aplicación de escritorio, de la consola de Google
    .folder = El nombre de la carpeta
    .no-browser = Mostrar la dirección en vez de abrir un navegador, y esperar la respuesta
    .device = Mostrar un código para escribir en otro aparato, para una máquina sin navegador
    .api-url = En vez de la dirección de Google: la API
    .auth-url = En vez de la dirección de Google: donde una persona dice que sí
    .token-url = En vez de la dirección de Google: donde se dan los permisos
    .device-url = En vez de la dirección de Google: donde un aparato pide un código
    .examples =
        luka remote add drive gdrive --client-secret client.json
        luka remote add drive gdrive --client-secret client.json --device
help-remote-list = Muestra los remotos
help-remote-rm = Olvida un remoto; las versiones que hay ahí quedan
help-remote-test = Pregunta a un remoto si ahora se puede leer y escribir
help-backup = Hace ahora una versión del libro, sellada y sin la frase de paso
    .remote = Solo en este remoto (si no, en cada uno)
    .more = Lo que no cambió desde la versión anterior no se envía de nuevo. Un script o cron lo ejecuta con --quiet; el código 7 dice que un remoto falló.
    .examples =
        luka backup
        luka backup --quiet
        luka backup list
        luka backup restore --to ~/recuperado
help-backup-list = Muestra las versiones que se pueden recuperar
    .remote = Solo las de este remoto
    .recovery = Donde esta máquina aún no tiene llave de respaldo: usar el código de recuperación en vez de la frase de paso
    .forget-lost = Dejar de avisar de versiones que se perdieron
help-backup-restore = Recupera una versión como libro
    .id = El id de la versión, sus primeras cuatro cifras o más (si no, la más nueva)
    .remote = Solo de este remoto
    .to = En este directorio (si no, donde va el libro, si no hay uno)
    .force = Reemplazar el libro que hay, y guardarlo al lado
    .recovery = Donde esta máquina aún no tiene llave de respaldo: usar el código de recuperación en vez de la frase de paso
    .examples =
        luka backup restore
        luka backup restore 3f2a --to ~/recuperado
help-backup-status = Cuán viejos son el último respaldo y el último probado; no pregunta a nadie
    .remote = Solo este remoto
    .more = Código 7 cuando un remoto falló la última vez, o no tiene un respaldo más nuevo de lo que permite la clave `backup.max_age` de la configuración.
help-backup-verify = Reconstruye versiones y prueba que se pueden recuperar
    .id = El id de la versión, sus primeras cuatro cifras o más (si no, la más nueva de cada remoto)
    .all = Todas las versiones
    .remote = Solo en este remoto
    .no-open = No abrir lo reconstruido: verificada, no probada
    .recovery = Abrir con el código de recuperación en vez de la frase de paso
    .more = Verificada: cada byte es auténtico y como se guardó. Probada: además se abrió y pasó todas las revisiones de `luka doctor`. Código 8 cuando una versión está dañada o se perdió.
    .examples =
        luka backup verify
        luka backup verify --all
help-backup-prune = Termina versiones antiguas, según cuántas quedan de cada edad
    .keep-last = Las últimas N
    .keep-daily = La última de cada uno de N días
    .keep-weekly = La última de cada una de N semanas
    .keep-monthly = La última de cada uno de N meses
    .keep-yearly = La última de cada uno de N años
    .remote = Solo en este remoto
    .dry-run = Decir qué terminaría, y no terminar nada
    .recovery = Donde esta máquina aún no tiene llave de respaldo: usar el código de recuperación en vez de la frase de paso
    .more = Sin un número rigen las claves `backup.keep_last` … de la configuración. La versión más nueva de cada máquina y la más nueva probada siempre quedan.
    .examples =
        luka backup prune --dry-run
        luka backup prune --keep-daily 14 --keep-monthly 24
help-sync = Hablar con el servicio que mantiene los respaldos al día (luka-syncd)
    .examples =
        luka sync status
        luka sync now
help-sync-status = Mostrar qué hace y cuándo le toca a cada remoto
    .more = Código 7 cuando ningún servicio está funcionando para este libro.
help-sync-now = Respaldar ya en cada remoto, también en los que esperan por usted
help-sync-pause = No empezar nada hasta nueva orden; lo que está en curso se detiene y se retoma después
help-sync-resume = Continuar después de una pausa
