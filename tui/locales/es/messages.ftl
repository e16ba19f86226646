### Lo que se dice y se pregunta, y las palabras de tablas y ayuda.

ask-passphrase = Frase de paso:
ask-recovery-code = Código de recuperación:
ask-new-passphrase = Nueva frase de paso:
ask-new-passphrase-again = Una vez más:
ask-yes-or-no = [s/N]

say-too-short = Es demasiado corta: al menos { $least } caracteres. Unas palabras seguidas son fáciles de recordar.
say-weak-passphrase = Esa frase de paso es débil: cinco palabras al azar valen más que una palabra con signos raros.
say-passphrases-differ = Las dos difieren. Otra vez.
say-made = Libro creado en { $path } ({ $currency }).
say-recovery-code = Código de recuperación: { $code }
say-recovery-once = Anótelo en papel: abre el libro cuando se olvida la frase de paso, y no se muestra de nuevo.
say-unlocked = Abierto por { $time }.
say-memory-not-locked = El sistema no dejó que el agente mantenga la llave fuera del disco de intercambio.
say-locked = Cerrado con llave.
say-passphrase-changed = La frase de paso cambió. Los respaldos anteriores aún se abren con la de antes.
say-pages = { $n ->
    [one] 1 página escrita en { $dir }.
   *[other] { $n } páginas escritas en { $dir }.
    }

word-days = { $n ->
    [one] 1 día
   *[other] { $n } días
    }
word-hours = { $n ->
    [one] 1 hora
   *[other] { $n } horas
    }
word-minutes = { $n ->
    [one] 1 minuto
   *[other] { $n } minutos
    }
word-seconds = { $n ->
    [one] 1 segundo
   *[other] { $n } segundos
    }

head-key = Clave
head-value = Valor
head-usage = Uso:
head-commands = Comandos
head-arguments = Argumentos
head-options = Opciones
head-examples = Ejemplos
head-default = { $help } [por omisión: { $value }]
head-global = En todas partes
head-group-start = Un libro
head-group-everyday = Cada día
head-group-names = Nombres
head-group-month = A fin de mes
head-group-backups = Respaldos
head-group-data = Sus datos
head-group-program = El programa
head-group-other = Otros
