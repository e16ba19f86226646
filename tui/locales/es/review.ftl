### La cola de revisión.

word-waits-entry = ¿una anotación?
word-waits-redated = ¿otra fecha?
word-waits-transfer = ¿un traspaso?
word-waits-late = llegó tarde
word-waits-document = de un documento
word-waits-category = sin categoría
word-waits-suggested = sugerida
word-waits-rule = ¿una regla?

head-waits-for = Espera
head-why = Por qué

say-why-entry = el mismo monto en un día cercano: { $line }
say-why-redated = anunciada antes, y ya no está en el archivo: { $line }
say-why-transfer = el monto opuesto en un día cercano: { $line }
say-why-late = un archivo anterior de esos días no la tenía
say-why-document = leída de un documento
say-why-page = leída de la página { $page } de un documento
say-why-gone = aquello con que se comparó ya no está
say-why-unknown = nada parecido tiene categoría todavía
say-why-likely = { $category }, { $confidence } % de certeza: "{ $words }" { $with } de { $of } veces
say-why-maybe = { $category }, { $confidence } % de certeza
say-why-suggested = { $category }, { $confidence } % de certeza por: { $words }
say-why-confirmed = su categoría fue sugerida, y confirmada
say-why-rule = usted dio { $category } a { $terms }: ¿siempre, de ahora en adelante?

say-nothing-waits = Nada espera por usted.
say-decided = { $n ->
    [0] Nada que decidir.
    [one] Decidida: una.
   *[other] Decididas: { $n }.
}
say-left-to-review = { $n ->
    [0] No queda nada por revisar.
    [one] Queda una por revisar: `luka review`
   *[other] Quedan { $n } por revisar: `luka review`
}
say-pairs = { $n ->
    [one] Un par de filas puede ser un traspaso: `luka review`
   *[other] { $n } pares de filas pueden ser traspasos: `luka review`
}
say-late-rows = { $n ->
    [one] Una fila llegó tarde; está anotada: `luka review list --kind late`
   *[other] { $n } filas llegaron tarde; están anotadas: `luka review list --kind late`
}

error-nothing-waits = nada en la cola de revisión tiene el id `{ $id }`
hint-review-list = `luka review list` muestra lo que espera, con sus ids
    .screen = la cola muestra lo que espera
error-decided = `{ $id }` ya fue decidida
hint-decided = `luka review reject` da vuelta una coincidencia; `luka undo` deshace la última respuesta
    .screen = rechácela para dar vuelta una coincidencia, o deshaga
error-nothing-proposed = nada se propone para `{ $id }`
hint-nothing-proposed = nombre su categoría: `luka review accept ID --category CATEGORÍA`
    .screen = nombre su categoría
error-nothing-to-reject = no hay nada en `{ $id }` que se pueda rechazar
error-candidate-gone = la transacción con que se comparó `{ $id }` ya no está
hint-candidate-gone = `luka review reject ID` anota la fila por sí sola
    .screen = rechácela para anotar la fila por sí sola
error-no-pair = `{ $id }` no es un traspaso hecho de dos filas del banco
error-other-amount = `{ $row }` y `{ $transaction }` no tienen ni el mismo monto en una cuenta ni montos opuestos en dos
hint-other-amount = `luka show ID` muestra lo que mueve cada una
    .screen = mire lo que mueve cada una
error-takes-no-category = `{ $id }` no lleva categoría
