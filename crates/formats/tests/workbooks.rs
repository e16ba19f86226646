//! Workbooks as Chilean banks write them, made up here, and workbooks that want to do harm.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod containers;

use containers::{compound, excel, records};
use domain::{Currency, NaiveDate};
use formats::import::{
    Evidence, Hints, Profile, ReadError, Role, RowProblem, Signs, Statement, Warning, fingerprint,
    read, table_head,
};
use proptest::prelude::*;
use rstest::rstest;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
}

fn hints() -> Hints<'static> {
    let mut hints = Hints::new(today());
    hints.currency = Some(Currency {
        code: "CLP".parse().unwrap(),
        exponent: 0,
    });
    hints
}

/// A cell of a test: `=5.5` is a number, `@2026-01-31` a date, all else is text.
fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    if let Some(number) = cell.strip_prefix('=') {
        sheet
            .write_number(row, column, number.parse::<f64>().unwrap())
            .unwrap();
    } else if let Some(date) = cell.strip_prefix('@') {
        let format = Format::new().set_num_format("dd/mm/yyyy");
        let date = ExcelDateTime::parse_from_str(date).unwrap();
        sheet
            .write_with_format(row, column, &date, &format)
            .unwrap();
    } else if !cell.is_empty() {
        sheet.write_string(row, column, cell).unwrap();
    }
}

/// A sheet from lines of cells separated by bars, with the table's first cell in B2.
fn fill(sheet: &mut Worksheet, text: &str) {
    for (row, line) in text.lines().enumerate() {
        for (column, cell) in line.split('|').enumerate() {
            let place = (
                u32::try_from(row + 1).unwrap(),
                u16::try_from(column + 1).unwrap(),
            );
            put(sheet, place.0, place.1, cell.trim());
        }
    }
}

fn book(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, text) in sheets {
        fill(book.add_worksheet().set_name(*name).unwrap(), text);
    }
    book.save_to_buffer().unwrap()
}

fn statement(bytes: &[u8]) -> Statement {
    read(bytes, &hints()).unwrap_or_else(|error| panic!("{error}"))
}

fn lines(statement: &Statement) -> Vec<String> {
    let line = |row: &formats::import::Row| {
        let currency = row
            .currency
            .map(|code| format!(" {code}"))
            .unwrap_or_default();
        format!(
            "{} {} {}{currency}",
            row.date,
            row.amount.normalize(),
            row.payee.as_deref().unwrap_or("-")
        )
    };
    statement.rows.iter().map(line).collect()
}

const BANCO_ESTADO: &str = "Cartola Cuenta Corriente
Nombre:|PERSONA DE PRUEBA
RUT:|11.111.111-1
N° Cuenta:|00012345678
|
Fecha|N° Operación|Descripción|Cheques / Cargos|Depósitos / Abonos|Saldo
@2026-02-03|=1054|CHEQUE RECIBIDO EN CANJE|=150250|=0|=849750
@2026-02-04|=1062|TRANSFERENCIA DESDE OTRO BANCO|=0|=2500000|=3349750
@2026-02-05|=7018990|PAGO DE IMPUESTOS|=1200000|=0|=2149750
Subtotal||||=2500000|
La información es referencial y no constituye certificado.";

const SANTANDER: &str = "Cartolas históricas de Cuentas Corrientes
Cuenta Corriente N°: 0-000-1234567-0|Moneda: PESOS DE CHILE
Fecha desde: 31/12/2025|Fecha hasta: 31/01/2026
SALDO INICIAL|DEPÓSITOS|OTROS ABONOS|CHEQUES|OTROS CARGOS|SALDO FINAL
=1000000|=0|=163500|=0|=-253470|=910030
Detalle movimientos
MONTO|DESCRIPCIÓN MOVIMIENTO||FECHA|N° DOCUMENTO|SUCURSAL||CARGO/ABONO
=163500|Abono Ventas||02/01/2026|=53386477|Cerrillos||A
=-253470|Transf a COMERCIAL UNO||02/01/2026|=87872637|Agustinas||C
Saldos diarios
FECHA|SALDO
02/01/2026|=910030
13/01/2026|=910030";

const BCI: &str = "Cartola Cuenta Corriente
01-12-2025|al|31-12-2025
Fecha|Sucursal|Descripción|N° Documento|Cheques y otros cargos|Depósitos y Abono|Saldo diario
02-12-2025|OF VIRT U|PAGO RECIBIDO|123456||1.500.000|3.000.000
03-12-2025|OF CENTRA|TRANSFERENCIA|987654321|250.000||2.750.000";

const ITAU: &str = "Movimientos de cuenta corriente
Cuenta: 0212345678|Moneda: Pesos Chilenos
Fecha|Número de operación|Sucursal|Descripción|Depósitos o abonos|Giros o cargos|Saldo diario
@2026-01-05|=12|Casa Matriz|REMUNERACION|=1500000||=1700000
@2026-01-06|=13|Internet|PAGO AUTOMATICO LUZ||=45990|=1654010";

const SCOTIABANK: &str = "Cartola histórica
Fecha|Descripción|N° Doc|Cargos|Abonos|Saldo
15/01/2026|COMPRA NACIONAL|00001|$ 12.990||$ 987.010
16/01/2026|DEPOSITO EFECTIVO|00002||$ 100.000|$ 1.087.010
Total Cargos|$ 12.990
Total Abonos|$ 100.000";

const FALABELLA: &str = "Movimientos de tu tarjeta CMR Mastercard
FECHA|DESCRIPCION|TITULAR/ADICIONAL|MONTO|CUOTAS PENDIENTES|VALOR CUOTA
@2026-01-10|SODIMACO CONSTITUCION|Titular|=45990|=1|=45990
@2026-01-12|TOTTUS KENNEDY|Titular|=23450|=1|=23450
@2026-01-15|PAGO TARJETA CMR|Titular|=-50000|=0|=0";

const FACTURADO: &str = "Tipo de Tarjeta:|Titular Visa ********1234
Movimientos Facturados
Monto Facturado||Monto Mínimo||Fecha Facturación|||Fecha Vencimiento
=150000||=7500||15/01/2026|||05/02/2026
Movimientos Nacionales
Categoría|Fecha|Descripción|||Cuotas|Monto ($)
Total de Pagos, Compras, Cuotas y Avance|20/12/2025|PAGO PESOS TEF|||01/01|=-500000
Total de Pagos, Compras, Cuotas y Avance|23/12/2025|JUMBO|||01/01|=45990
Total de Pagos, Compras, Cuotas y Avance|24/12/2025|COPEC|||01/01|=32000";

#[rstest]
#[case::banco_de_chile_facturado(FACTURADO, Some("****1234"), &["2025-12-20 500000 PAGO PESOS TEF", "2025-12-23 -45990 JUMBO", "2025-12-24 -32000 COPEC"])]
#[case::banco_estado(BANCO_ESTADO, Some("00012345678"), &["2026-02-03 -150250 CHEQUE RECIBIDO EN CANJE", "2026-02-04 2500000 TRANSFERENCIA DESDE OTRO BANCO", "2026-02-05 -1200000 PAGO DE IMPUESTOS"])]
#[case::santander(SANTANDER, Some("0-000-1234567-0"), &["2026-01-02 163500 Abono Ventas CLP", "2026-01-02 -253470 Transf a COMERCIAL UNO CLP"])]
#[case::bci(BCI, None, &["2025-12-02 1500000 PAGO RECIBIDO", "2025-12-03 -250000 TRANSFERENCIA"])]
#[case::itau(ITAU, Some("0212345678"), &["2026-01-05 1500000 REMUNERACION CLP", "2026-01-06 -45990 PAGO AUTOMATICO LUZ CLP"])]
#[case::scotiabank(SCOTIABANK, None, &["2026-01-15 -12990 COMPRA NACIONAL", "2026-01-16 100000 DEPOSITO EFECTIVO"])]
#[case::falabella(FALABELLA, None, &["2026-01-10 -45990 SODIMACO CONSTITUCION", "2026-01-12 -23450 TOTTUS KENNEDY", "2026-01-15 50000 PAGO TARJETA CMR"])]
fn the_banks_of_chile(
    #[case] text: &str,
    #[case] account: Option<&str>,
    #[case] expected: &[&str],
) {
    let found = statement(&book(&[("Hoja1", text)]));
    assert_eq!(lines(&found), expected);
    assert!(found.errors.is_empty(), "{:?}", found.errors);
    assert!(found.warnings.is_empty(), "{:?}", found.warnings);
    let id = found.accounts.first().map(|account| account.id.as_str());
    assert_eq!(id.filter(|id| !id.is_empty()), account);
    assert_eq!(found.format.as_str(), "xlsx");
}

#[test]
fn lines_are_rows_of_the_sheet_and_what_is_no_row_is_counted() {
    let found = statement(&book(&[("Hoja1", BANCO_ESTADO)]));
    let rows: Vec<u32> = found.rows.iter().map(|row| row.line).collect();
    assert_eq!(rows, [8, 9, 10]);
    assert_eq!(found.layout.header_line, Some(7));
    assert_eq!(found.layout.ignored, 2);
    let santander = statement(&book(&[("Hoja1", SANTANDER)]));
    assert_eq!(santander.accounts[0].opening, "1000000".parse().ok());
    assert_eq!(santander.accounts[0].closing, "910030".parse().ok());
}

#[test]
fn the_signs_of_a_card_are_decided_by_its_words() {
    let found = statement(&book(&[("Hoja1", FALABELLA)]));
    assert!(found.layout.evidence.contains(&Evidence::CardWords));
    assert_eq!(found.layout.signs, Some(Signs::Inverted));
    // Whoever turns the signs afterwards gets them as written.
    let mut inverted = hints();
    inverted.inverted = Some(true);
    let found = read(&book(&[("Hoja1", FALABELLA)]), &inverted).unwrap();
    assert_eq!(found.rows[0].amount, "45990".parse().unwrap());
    // The same amounts without the words of a card: a card's payment is the only negative one, which
    // nothing explains, so that it is a question and not a guess.
    let account = FALABELLA
        .replace("tarjeta CMR", "cuenta")
        .replace("TITULAR/ADICIONAL", "SUCURSAL")
        .replace("CUOTAS PENDIENTES", "X")
        .replace("VALOR CUOTA", "Y");
    let bytes = book(&[("Hoja1", &account)]);
    let asked = read(&bytes, &hints());
    assert!(
        matches!(asked, Err(ReadError::AmbiguousSigns { .. })),
        "{asked:?}"
    );
    let mut as_written = hints();
    as_written.inverted = Some(false);
    let found = read(&bytes, &as_written).unwrap();
    assert_eq!(found.rows[0].amount, "45990".parse().unwrap());
}

const SECTIONS: &str = "Tipo de Tarjeta:|Titular Visa ********1234
Cupo Disponible||Cupo Utilizado
=6500000||=150000
Movimientos Nacionales
Fecha|Descripción|Ciudad|Cuotas|Monto ($)
16/01/2026|NETFLIX.COM|LAS CONDES|01/01|=9143
15/01/2026|STARBUCKS|SANTIAGO|01/01|=38757
Movimientos Internacionales
Fecha|Descripción|País|Monto Moneda Origen|Monto (USD)
03/01/2026|AMAZON|US|=25.5|=25.5
02/01/2026|GITHUB|US|=4|=4";

#[test]
fn national_and_foreign_movements_are_kept_apart() {
    let found = statement(&book(&[("Hoja1", SECTIONS)]));
    assert_eq!(
        lines(&found),
        [
            "2026-01-16 -9143 NETFLIX.COM",
            "2026-01-15 -38757 STARBUCKS",
            "2026-01-03 -25.5 AMAZON USD",
            "2026-01-02 -4 GITHUB USD",
        ]
    );
    assert!(
        found
            .accounts
            .iter()
            .all(|account| account.id == "****1234")
    );
    assert_eq!(found.layout.currency, None);
}

#[test]
fn a_header_beside_its_column_is_moved_above_it() {
    let text = "Fecha|Descripción|||Monto ($)||||
16/01/2026||NETFLIX.COM||1 / 0||=-9143||
17/01/2026||STARBUCKS||1 / 0||=-38757||";
    let found = statement(&book(&[("Hoja1", text)]));
    assert_eq!(
        lines(&found),
        [
            "2026-01-16 -9143 NETFLIX.COM",
            "2026-01-17 -38757 STARBUCKS"
        ]
    );
}

#[test]
fn a_page_that_repeats_its_header_is_one_table() {
    let text = "Fecha|Detalle|Cargos|Abonos
13/01/2026|A|=1|
Fecha|Detalle|Cargos|Abonos
02/03/2026|B||=2";
    assert_eq!(
        lines(&statement(&book(&[("Hoja1", text)]))),
        ["2026-01-13 -1 A", "2026-03-02 2 B"]
    );
}

#[test]
fn no_row_is_lost_between_the_lists_of_a_sheet() {
    // Sums in the middle, a list of balances, a table whose money has no known name.
    let text = "Fecha|Detalle|Cargos|Abonos
13/01/2026|A|=1|
Total Cargos|Total Abonos
=1|=0
02/03/2026|B||=2
Fecha|Saldo
13/01/2026|=100
Otros
Fecha|Detalle|Trueque
14/01/2026|C|=-7
15/01/2026|D|=3
Eventos
Fecha|Detalle
14/01/2026|nada";
    let found = statement(&book(&[("Hoja1", text)]));
    assert_eq!(
        lines(&found),
        [
            "2026-01-13 -1 A",
            "2026-03-02 2 B",
            "2026-01-14 -7 C",
            "2026-01-15 3 D"
        ]
    );
    let named = |warning: &Warning| matches!(warning, Warning::LeftOut { name, rows: 1 } if name == "Hoja1, Eventos");
    assert!(found.warnings.iter().any(named), "{:?}", found.warnings);
}

#[test]
fn a_hidden_sheet_is_left_out_and_named() {
    let rows = "Fecha|Detalle|Monto\n01/03/2026|TE|-1500\n13/03/2026|PAN|-900\n";
    let hidden = "Fecha|Detalle|Monto\n01/01/2020|VIEJO|-99\n15/01/2020|OTRO|-98\n";
    let mut workbook = Workbook::new();
    for (name, text, is_hidden) in [("Marzo", rows, false), ("Datos", hidden, true)] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap().set_hidden(is_hidden);
        fill(sheet, text);
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let statement = read(&bytes, &hints()).unwrap();
    assert_eq!(statement.rows.len(), 2);
    let said = statement.warnings.iter().map(ToString::to_string);
    assert!(
        said.clone().any(|one| one.contains("Datos")),
        "{:?}",
        said.collect::<Vec<_>>()
    );
}

#[test]
fn sheets_with_movements_are_read_and_others_are_named() {
    let one = "Fecha|Detalle|Cargos|Abonos\n@2026-01-13|A|=1|\n@2026-01-14|B|x|";
    let other = "Fecha|Detalle|Cargos|Abonos\n@2026-02-13|C||=3";
    let found = statement(&book(&[
        ("Enero", one),
        ("Febrero", other),
        ("Notas", "Gracias por preferirnos\n|hola|5"),
    ]));
    assert_eq!(lines(&found), ["2026-01-13 -1 A", "2026-02-13 3 C"]);
    assert_eq!(found.errors[0].column.as_deref(), Some("Enero: Cargos"));
    let named = |warning: &Warning| matches!(warning, Warning::LeftOut { name, rows: 2 } if name == "Notas");
    assert!(found.warnings.iter().any(named), "{:?}", found.warnings);
}

#[test]
fn totals_that_the_rows_do_not_make_are_a_warning_with_the_difference() {
    let text = SCOTIABANK.replace("Total Cargos|$ 12.990", "Total Cargos|$ 13.000");
    let found = statement(&book(&[("Hoja1", &text)]));
    let expected = Warning::TotalMismatch {
        label: "Total Cargos".to_owned(),
        expected: "12990".parse().unwrap(),
        found: "13000".parse().unwrap(),
        difference: "10".parse().unwrap(),
    };
    assert_eq!(found.warnings, [expected]);
}

#[test]
fn typed_cells_leave_no_question() {
    // Every day is also a month, every amount could have thousands: as text this is refused.
    let typed = "Fecha|Detalle|Monto\n@2026-02-03|A|=-1.234\n@2026-02-04|B|=5.678";
    let mut hints = Hints::new(today());
    let found = read(&book(&[("Hoja1", typed)]), &hints).unwrap();
    assert_eq!(lines(&found), ["2026-02-03 -1.234 A", "2026-02-04 5.678 B"]);
    let text = typed
        .replace(['@', '='], "")
        .replace("2026-02-03", "03/02/2026")
        .replace("2026-02-04", "04/02/2026");
    assert!(read(&book(&[("Hoja1", &text)]), &hints).is_err());
    // Texts with a comma and numbers without: one mark for all.
    let mixed = "Fecha|Detalle|Monto\n@2026-02-03|A|-1.234,50\n@2026-02-04|B|=5.25";
    hints.currency = None;
    let found = read(&book(&[("Hoja1", mixed)]), &hints).unwrap();
    assert_eq!(lines(&found), ["2026-02-03 -1234.5 A", "2026-02-04 5.25 B"]);
}

#[test]
fn an_error_in_a_cell_is_the_error_of_its_row() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(
        sheet,
        "Fecha|Detalle|Cargos|Abonos\n@2026-01-13|A|=1|\n@2026-01-14|B||",
    );
    sheet
        .write_formula(
            3,
            3,
            rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"),
        )
        .unwrap();
    let found = statement(&book.save_to_buffer().unwrap());
    assert_eq!((found.rows.len(), found.errors.len()), (1, 1));
    assert_eq!(
        (found.errors[0].line, found.errors[0].problem),
        (4, RowProblem::BadAmount)
    );
}

#[test]
fn a_profile_is_made_of_a_workbook_and_found_again() {
    let bytes = book(&[("Hoja1", BANCO_ESTADO)]);
    let layout = statement(&bytes).layout;
    let words = fingerprint(&bytes, today()).unwrap();
    assert_eq!(layout.fingerprint.as_deref(), Some(words.as_str()));
    let profile = Profile::from_toml(&layout.to_profile("estado").to_toml().unwrap()).unwrap();
    assert!(profile.fits(&words));
    let mut hints = hints();
    hints.profile = Some(&profile);
    let again = read(&bytes, &hints).unwrap();
    assert_eq!(lines(&again), lines(&statement(&bytes)));
    let head = table_head(&bytes, today()).unwrap();
    let debit = head
        .columns
        .iter()
        .find(|column| column.role == Some(Role::Debit))
        .unwrap();
    assert_eq!(
        (debit.name.as_str(), debit.cells[0].as_str()),
        ("Cheques / Cargos", "150250")
    );
}

const HTML: &str = "<html><head><meta charset='iso-8859-1'><style>td { x: 1 }</style></head><body><table><tr><td colspan=3>Cuenta: 000123456</td></tr></table><TABLE border=1><TR><TH>Fecha</TH><TH colspan='2'>Descripci&oacute;n</TH><TH>Cargos&nbsp;($)</TH><TH>Abonos</TH></TR><tr><td>15/01/2026<td>CAF\u{c9} &amp; T&#201;<td>x<td>12.990<td>&nbsp;</tr><tr><td>16/01/2026</td><td colspan=2>SUELDO<br>ENERO</td><td></td><td>1.500.000</td></tr></TABLE></body></html>";

#[test]
fn a_web_page_named_xls() {
    let bytes: Vec<u8> = HTML.chars().map(|c| u8::try_from(c).unwrap()).collect();
    let found = statement(&bytes);
    assert_eq!(
        lines(&found),
        [
            "2026-01-15 -12990 CAFÉ & TÉ",
            "2026-01-16 1500000 SUELDO ENERO"
        ]
    );
    assert_eq!(found.format.as_str(), "html");
    assert_eq!(found.accounts[0].id, "000123456");
}

#[test]
fn a_web_page_without_a_table_is_named() {
    let page = b"<!DOCTYPE html><html><body>Su sesi\xf3n ha expirado</body></html>";
    assert!(matches!(
        read(page, &hints()),
        Err(ReadError::Unsupported { .. })
    ));
}

#[test]
fn a_spreadsheet_in_xml() {
    let text = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><ss:Worksheet ss:Name=\"A\"><ss:Table><ss:Row ss:Index=\"3\"><ss:Cell ss:Index=\"2\"><ss:Data ss:Type=\"String\">Fecha</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type=\"String\">Descripci&#243;n</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type=\"String\">Monto</ss:Data></ss:Cell></ss:Row><ss:Row><ss:Cell ss:Index=\"2\"><ss:Data ss:Type=\"DateTime\">2026-02-03T00:00:00.000</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type=\"String\">A &amp; B</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type=\"Number\">-12.5</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>";
    let found = statement(text.as_bytes());
    assert_eq!(
        (lines(&found), found.rows[0].line),
        (vec!["2026-02-03 -12.5 A & B".to_owned()], 4)
    );
    assert_eq!(found.format.as_str(), "xml-sheet");
    assert_eq!(
        read(&text.as_bytes()[..text.len() - 40], &hints())
            .unwrap()
            .rows
            .len(),
        1
    );
}

fn biff(corner: (u16, u16)) -> Vec<u8> {
    let cells: [(u16, u16, &str); 7] = [
        (0, 0, "Fecha"),
        (0, 1, "Detalle"),
        (0, 2, "Monto"),
        (1, 0, "13/01/2026"),
        (1, 1, "PAN"),
        (1, 2, "=-990"),
        (corner.0, corner.1, "=5"),
    ];
    compound("Workbook", &records(&cells, &[0]))
}

#[test]
fn an_old_workbook() {
    let found = statement(&biff((1, 3)));
    assert_eq!(lines(&found), ["2026-01-13 -990 PAN"]);
    assert_eq!(found.format.as_str(), "xls");
}

#[rstest]
#[case::excel_97("Workbook", 0x0600)]
#[case::excel_95("Book", 0x0500)]
fn dates_and_letters_of_old_workbooks(#[case] stream: &str, #[case] version: u16) {
    let cells = [
        (0, 0, "Fecha"),
        (0, 1, "Descripción"),
        (0, 2, "Monto"),
        (1, 0, "@46055"),
        (1, 1, "PIÑA"),
        (1, 2, "=-990.5"),
    ];
    let bytes = compound(stream, &containers::records_of(&cells, &[0], version));
    assert_eq!(lines(&statement(&bytes)), ["2026-02-02 -990.5 PIÑA"]);
}

#[test]
fn sixty_thousand_rows_are_sixty_thousand_rows() {
    let mut cells = vec![(0, 0, "Fecha"), (0, 1, "Detalle"), (0, 2, "Monto")];
    for row in 1..=60_000 {
        cells.extend([(row, 0, "@46055"), (row, 1, "PAN"), (row, 2, "=-990")]);
    }
    let found = statement(&compound("Workbook", &records(&cells, &[0])));
    assert_eq!((found.rows.len(), found.errors.len()), (60_000, 0));
    let row = "<tr><td>15/01/2026</td><td>PAN</td><td>-990</td></tr>";
    let page = format!(
        "<table><tr><th>Fecha<th>Detalle<th>Monto</tr>{}</table>",
        row.repeat(60_000)
    );
    assert_eq!(statement(page.as_bytes()).rows.len(), 60_000);
}

/// The same workbook in the strict form of the standard.
#[test]
fn strict_and_macro_workbooks() {
    let strict = containers::rewritten(&book(&[("Hoja1", BANCO_ESTADO)]), |text| {
        text.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        .replace("<c ", "<x:c ")
        .replace("</c>", "</x:c>")
    });
    assert_eq!(
        lines(&statement(&strict)),
        lines(&statement(&book(&[("Hoja1", BANCO_ESTADO)])))
    );
}

#[test]
fn cells_in_far_corners_need_no_memory() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, "Fecha|Detalle|Monto\n@2026-01-13|A|=-1");
    sheet.write_number(1_048_575, 16_383, 5).unwrap();
    assert_eq!(statement(&book.save_to_buffer().unwrap()).rows.len(), 1);
    assert_eq!(statement(&biff((65_535, 255))).rows.len(), 1);
    // A sheet that is named again and again.
    let cells: Vec<(u16, u16, &str)> = (0..60_000).map(|row| (row, 0, "=5")).collect();
    let many = compound("Workbook", &records(&cells, &[0; 90]));
    assert!(matches!(
        read(&many, &hints()),
        Err(ReadError::TooManyCells { .. })
    ));
}

/// A record of several cells that begins in the last column that can be written.
#[test]
fn cells_beyond_the_last_column_of_an_old_workbook_are_left_out() {
    let cells = [(0, 0, "Fecha"), (0, 1, "Detalle"), (0, 2, "Monto")];
    let row = [(1, 0, "13/01/2026"), (1, 1, "PAN"), (1, 2, "=-990")];
    let mut stream = records(&[cells, row].concat(), &[0]);
    let end = stream.split_off(stream.len() - 4);
    let several = [0x00bd, 18, 1, u16::MAX, 0, 6, 0, 0, 6, 0, 0].map(u16::to_le_bytes);
    stream.extend(several.concat());
    stream.extend(end);
    let found = statement(&compound("Workbook", &stream));
    assert_eq!(lines(&found), ["2026-01-13 -990 PAN"]);
}

#[test]
fn archives_that_are_more_than_they_say_or_say_more_than_they_are() {
    let files = [("xl/workbook.xml", "<workbook/>")];
    let bomb = excel(&files, 300 << 20);
    assert!(bomb.len() < 3 << 20);
    assert!(matches!(
        read(&bomb, &hints()),
        Err(ReadError::TooLarge { .. })
    ));
    // The size in the directory is made small, or large.
    for said in [10u32, 3_000_000_000] {
        let place = bomb
            .windows(4)
            .rposition(|four| four == (300u32 << 20).to_le_bytes())
            .unwrap();
        let mut lying = bomb.clone();
        lying[place..place + 4].copy_from_slice(&said.to_le_bytes());
        let error = read(&lying, &hints()).unwrap_err();
        assert!(
            matches!(
                error,
                ReadError::TooLarge { .. } | ReadError::DamagedWorkbook
            ),
            "{error}"
        );
    }
}

#[test]
fn what_else_a_container_may_hold_is_named() {
    assert_eq!(
        read(&compound("EncryptedPackage", &[1; 5000]), &hints()).unwrap_err(),
        ReadError::Encrypted
    );
    let plain = records(&[], &[0]);
    let locked = [&plain[..20], &[0x2f, 0, 2, 0, 1, 1], &plain[20..]].concat();
    assert_eq!(
        read(&compound("Workbook", &locked), &hints()).unwrap_err(),
        ReadError::Encrypted
    );
    for container in [
        compound("WordDocument", &[1; 5000]),
        excel(&[("word/document.xml", "x")], 0),
        excel(&[("a.txt", "x")], 0),
        excel(&[("xl/workbook.bin", "x")], 0),
    ] {
        assert!(matches!(
            read(&container, &hints()),
            Err(ReadError::Unsupported { .. })
        ));
    }
    for damaged in [
        &b"PK\x03\x04rest"[..],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
        &book(&[("A", BCI)])[..3000],
    ] {
        assert_eq!(
            read(damaged, &hints()).unwrap_err(),
            ReadError::DamagedWorkbook
        );
    }
    let empty = excel(&[("xl/workbook.xml", "<workbook><sheets/></workbook>")], 0);
    assert!(read(&empty, &hints()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Nor does damage inside of an archive whose sums are right.
    #[test]
    fn no_damaged_part_is_a_panic(at in any::<prop::sample::Index>(), with in "[<>/&a-z0-9\"=!\\[]{0,6}") {
        let bytes = containers::rewritten(&book(&[("A", SANTANDER)]), |text| {
            let mut text = text.to_owned();
            let at = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.floor_char_boundary(at + with.len());
            text.replace_range(at..end.min(text.len()), &with);
            text
        });
        let _ = read(&bytes, &hints());
    }

    /// No damage makes a reader panic.
    #[test]
    fn no_damage_is_a_panic(at in any::<prop::sample::Index>(), with in prop::collection::vec(any::<u8>(), 0..8), which in 0usize..4) {
        let mut bytes = match which {
            0 => biff((9, 9)),
            1 => book(&[("A", SANTANDER)]),
            2 => HTML.as_bytes().to_vec(),
            _ => biff((1, 3)),
        };
        let at = at.index(bytes.len());
        let end = (at + with.len()).min(bytes.len());
        bytes.splice(at..end, with);
        let _ = read(&bytes, &hints());
        bytes.truncate(at);
        let _ = read(&bytes, &hints());
    }
}
