### Ayuda de remotos y respaldos.

help-remote = Adónde van las versiones del libro
    .name = El nombre del remoto
help-remote-add = Agrega un remoto; el primero pide la frase de paso una vez
    .name = Cómo llamarlo: letras, cifras, guiones
    .examples =
        luka remote add usb folder /media/usb/luka
help-remote-add-folder = Una carpeta: una memoria USB, un disco de red, un directorio que otro programa se lleva
    .path = La carpeta; se crea si existe la que la contiene
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
