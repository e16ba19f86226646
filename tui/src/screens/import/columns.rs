//! The form of what the columns of a table are, for a file in which they were not recognised, or
//! wrongly: a column for each thing that a row may say, and how the first rows read that way.
//!
//! Which column is which becomes a profile; under a name it is saved, and later files find it.

use ops::import::{Role, TableHead};

use super::options::{DATES, DECIMAL, date_order, dates_field, decimal, decimal_field};
use super::{Columns, Options, State};
use crate::app::{Context, Do};
use crate::present::reading::role as role_words;
use crate::widgets::form::{Choice, Field, FieldError, Form, Take};

/// The form's name.
pub(super) const COLUMNS: &str = "columns";
/// The name under which the answer is saved.
pub(super) const SAVE_AS: &str = "save-as";
/// What a row may say, with the names of the fields.
const ROLES: [(Role, &str); 9] = [
    (Role::Date, "date"),
    (Role::Text, "text"),
    (Role::Payee, "payee"),
    (Role::Memo, "memo"),
    (Role::Amount, "amount"),
    (Role::Debit, "debit"),
    (Role::Credit, "credit"),
    (Role::Balance, "balance"),
    (Role::Currency, "currency"),
];
/// Rows of the preview.
const PREVIEW: usize = 3;

/// What a column is called here: by its header, or by its place when that is not the only one.
fn name_of(table: &TableHead, at: usize) -> String {
    let place = format!("#{}", at + 1);
    let Some(column) = table.columns.get(at) else {
        return place;
    };
    let same = table.columns.iter().filter(|one| one.name == column.name);
    if same.count() > 1 {
        place
    } else {
        column.name.clone()
    }
}

/// The place of the column with this name.
fn place_of(table: &TableHead, name: &str) -> Option<usize> {
    (0..table.columns.len()).find(|at| name_of(table, *at) == name)
}

/// The field for the name of a profile that is to be saved.
pub(super) fn save_field(options: &Options, cx: &Context<'_>) -> Field {
    let name = options.save_as.as_deref().unwrap_or_default();
    Field::text_line(SAVE_AS, cx.text("label-save-profile")).with(name)
}

impl State {
    /// The form, filled in with what was said before or what the headers may mean.
    pub(super) fn columns_form(&self, table: &TableHead, cx: &Context<'_>) -> Form {
        let said = self.options.columns.as_ref();
        let choices = |at: usize| Choice {
            value: name_of(table, at),
            note: sample(table, at, cx),
        };
        let field = |(role, name): (Role, &'static str)| {
            let all = (0..table.columns.len()).map(choices).collect();
            let field = Field::pick(name, role_words(role, cx.texts), all, Take::Best);
            let found = if let Some(said) = said {
                said.of(role).map(str::to_owned)
            } else {
                let at = table.columns.iter().position(|one| one.role == Some(role));
                at.map(|at| name_of(table, at))
            };
            field.with(&found.unwrap_or_default())
        };
        let mut fields: Vec<Field> = ROLES.into_iter().map(field).collect();
        fields.push(dates_field(&self.options, cx));
        fields.push(decimal_field(&self.options, cx));
        fields.push(save_field(&self.options, cx));
        let mut form = Form::new(COLUMNS, cx.text("title-import-columns"), fields);
        form.intro = vec![cx.text("ask-columns"), String::new()];
        preview(&mut form, table, cx);
        form
    }

    /// Shows how the first rows read.
    pub(super) fn check_columns(&self, form: &mut Form, cx: &Context<'_>) {
        if let Some(table) = self.table.as_ref().filter(|_| form.name == COLUMNS) {
            preview(form, table, cx);
        }
    }

    /// What the form says, and the file read by it.
    pub(super) fn submit_columns(
        &mut self,
        form: &Form,
        cx: &Context<'_>,
    ) -> Result<Vec<Do>, FieldError> {
        let Some(table) = &self.table else {
            return Ok(Vec::new());
        };
        let refused = |field: &'static str, id: &str| FieldError {
            field: field.into(),
            message: cx.text(id),
        };
        let mut chosen: Vec<(Role, String)> = Vec::new();
        for (role, field) in ROLES {
            let Some(name) = form.filled(field) else {
                continue;
            };
            if place_of(table, &name).is_none() {
                return Err(refused(field, "say-choose"));
            }
            if chosen.iter().any(|(_, other)| *other == name) {
                return Err(refused(field, "say-column-twice"));
            }
            chosen.push((role, name));
        }
        let has = |role| chosen.iter().any(|(one, _)| *one == role);
        if !has(Role::Date) {
            return Err(refused("date", "say-column-needed"));
        }
        if !has(Role::Amount) && !has(Role::Debit) && !has(Role::Credit) {
            return Err(refused("amount", "say-column-needed"));
        }
        let save_as = self.save_name(form, cx)?;
        self.options.columns = Some(Columns {
            delimiter: table.delimiter,
            chosen,
        });
        self.options.date_order = date_order(&form.text(DATES));
        self.options.decimal = decimal(&form.text(DECIMAL));
        self.options.save_as = save_as;
        let file = self.file();
        Ok(file.map(|path| self.look(path)).unwrap_or_default())
    }

    /// The name under which how the file is read is to be saved.
    pub(super) fn save_name(
        &self,
        form: &Form,
        cx: &Context<'_>,
    ) -> Result<Option<String>, FieldError> {
        let name = form.filled(SAVE_AS);
        let taken = name
            .as_ref()
            .is_some_and(|name| self.profiles.contains(name));
        if taken {
            return Err(FieldError {
                field: SAVE_AS.into(),
                message: cx.text("say-profile-taken"),
            });
        }
        Ok(name)
    }
}

/// The first cell of a column that holds something.
fn sample(table: &TableHead, at: usize, cx: &Context<'_>) -> String {
    let cells = table.columns.get(at).map(|column| &column.cells);
    let mut cells = cells.into_iter().flatten();
    let first = cells.find(|cell| !cell.is_empty());
    first.map(|cell| cx.veil(cell)).unwrap_or_default()
}

/// The first rows, by what is chosen: `02.01.26 · KAFFEE · -4,50`.
fn preview(form: &mut Form, table: &TableHead, cx: &Context<'_>) {
    let chosen = ROLES.into_iter().filter_map(|(role, field)| {
        let at = place_of(table, &form.text(field))?;
        Some((role, at))
    });
    let chosen: Vec<(Role, usize)> = chosen.collect();
    let between = format!(" {} ", cx.theme.glyphs.between);
    let row = |row: usize| {
        let cells = chosen.iter().filter_map(|(role, at)| {
            let cell = table.columns.get(*at)?.cells.get(row)?;
            let sign = match role {
                _ if cell.is_empty() => return None,
                Role::Debit => "-",
                Role::Credit => "+",
                Role::Balance => "= ",
                _ => "",
            };
            Some(format!("{sign}{}", cx.veil(cell)))
        });
        cells.collect::<Vec<_>>().join(&between)
    };
    let rows = (0..PREVIEW).map(row).filter(|line| !line.is_empty());
    form.preview = rows.collect();
}
