### El servicio que mantiene los respaldos al día.

head-sync-next = Próximo

word-sync-carrying = respaldando
word-sync-verifying = verificando
word-sync-pruning = limpiando
word-sync-changed = cambios en espera

say-sync-now = El servicio respalda ahora en cada remoto: `luka sync status` muestra cómo va.
say-sync-paused = En pausa: el servicio no empieza nada hasta `luka sync resume`.
say-sync-resumed = El servicio continúa.
say-sync-is-paused = En pausa: `luka sync resume` lo reanuda, `luka sync now` respalda de todos modos.
say-sync-no-ledger = No hay libro en su directorio, así que nada se respalda.
say-sync-no-key = Aún no hay clave de respaldos, así que nada se respalda: `luka remote add` la crea.
say-sync-unreadable = No se puede leer lo que se guarda para los respaldos: `luka doctor` dice más.

error-sync-not-running = ningún servicio está funcionando para este libro
hint-sync-start = inícielo con `systemctl --user start luka-syncd`, o ejecute `luka-syncd`; `luka backup` respalda sin él
error-sync-foreign = el servicio en { $path } funciona como otro usuario
error-sync-nonsense = el servicio dio una respuesta que no tiene sentido
hint-sync-restart = reinícielo: puede ser de otra versión que luka
error-sync-broken = se cortó la conversación con el servicio
hint-sync-again = puede que esté terminando: intente de nuevo
hint-config-verify = escriba un lapso como 7d o 12h, o bien: never
