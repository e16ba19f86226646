### The review queue.

word-waits-entry = an entry?
word-waits-redated = re-dated?
word-waits-transfer = a transfer?
word-waits-late = came late
word-waits-document = from a document
word-waits-category = no category
word-waits-suggested = suggested
word-waits-rule = a rule?

head-waits-for = Waits
head-why = Why

say-why-entry = the same amount on a near day: { $line }
say-why-redated = announced before, gone from the file since: { $line }
say-why-transfer = the opposite amount on a near day: { $line }
say-why-late = an earlier file of these days did not have it
say-why-document = read from a document
say-why-page = read from page { $page } of a document
say-why-gone = what it was compared with is gone
say-why-unknown = nothing like it has a category yet
say-why-likely = { $category }, { $confidence } % sure: "{ $words }" { $with } of { $of } times
say-why-maybe = { $category }, { $confidence } % sure
say-why-suggested = { $category }, { $confidence } % sure by: { $words }
say-why-confirmed = its category was suggested, and confirmed
say-why-rule = you gave { $category } to { $terms }: from now on always?

say-nothing-waits = Nothing waits for you.
say-decided = { $n ->
    [0] Nothing to decide.
    [one] Decided: one.
   *[other] Decided: { $n }.
}
say-left-to-review = { $n ->
    [0] Nothing is left to review.
    [one] One is left to review: `luka review`
   *[other] { $n } are left to review: `luka review`
}
say-pairs = { $n ->
    [one] One pair of rows may be a transfer: `luka review`
   *[other] { $n } pairs of rows may be transfers: `luka review`
}
say-late-rows = { $n ->
    [one] One row came late; it is booked: `luka review list --kind late`
   *[other] { $n } rows came late; they are booked: `luka review list --kind late`
}

error-nothing-waits = nothing in the review queue has the id `{ $id }`
hint-review-list = `luka review list` shows what waits, with the ids
    .screen = the queue shows what waits
error-decided = `{ $id }` was decided already
hint-decided = `luka review reject` turns a match around; `luka undo` takes the last answer back
    .screen = reject it to turn a match around, or undo
error-nothing-proposed = nothing is proposed for `{ $id }`
hint-nothing-proposed = name its category: `luka review accept ID --category CATEGORY`
    .screen = name its category
error-nothing-to-reject = there is nothing about `{ $id }` that could be rejected
error-candidate-gone = the transaction that `{ $id }` was compared with is gone
hint-candidate-gone = `luka review reject ID` books the row on its own
    .screen = reject it to book the row on its own
error-no-pair = `{ $id }` is no transfer made of two bank rows
error-other-amount = `{ $row }` and `{ $transaction }` have neither the same amount in one account nor opposite ones in two
hint-other-amount = `luka show ID` shows what each of them moves
    .screen = look at what each of them moves
error-takes-no-category = `{ $id }` takes no category
