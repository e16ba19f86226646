### Presupuestos, programaciones y reglas: lo que se dice, y lo que puede fallar.

error-planned = { $n ->
    [one] un presupuesto, una programación o una regla nombra `{ $name }`
   *[other] { $n } presupuestos, programaciones o reglas nombran `{ $name }`
    }
error-label-planned = una programación o una regla que la necesita nombra `{ $name }`
hint-planned = vea `luka budget list`, `luka schedule list` y `luka rule list`
