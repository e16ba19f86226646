//! Which cells of a document stand below each other. Columns are the places that the cells of
//! movements (lines with a date and money) take up; the words of a header name the nearest ones.

use super::lines::{Kind, Line, Piece};

/// What leaving a name without a column costs when names and columns are matched, and the other way
/// round, in hundredths of a point.
const LONELY_NAME: i64 = 3000;
const LONELY_BAND: i64 = 500;

/// A column: where its cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Band {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) kind: Kind,
}

impl Band {
    fn of(piece: &Piece) -> Self {
        Self {
            left: piece.left,
            right: piece.right,
            kind: piece.kind,
        }
    }

    fn overlap(&self, left: i32, right: i32) -> i32 {
        self.right.min(right) - self.left.max(left)
    }
}

/// True for a line with a date and money.
pub(super) fn is_movement(line: &Line) -> bool {
    line.has(Kind::Date) && line.has(Kind::Number)
}

/// The columns of some lines, from left to right; those that a header alone names are among them.
pub(super) fn bands(lines: &[&Line], header: Option<&Line>) -> Vec<Band> {
    let movements: Vec<&Line> = lines
        .iter()
        .copied()
        .filter(|line| is_movement(line))
        .collect();
    let pieces = |kind: Kind| {
        let all = movements.iter().flat_map(|line| &line.pieces);
        all.filter(move |piece| piece.kind == kind)
            .map(Band::of)
            .collect::<Vec<_>>()
    };
    let texts = pieces(Kind::Text);
    let mut bands = Vec::new();
    for kind in [Kind::Date, Kind::Number] {
        let cells = pieces(kind);
        for band in union(cells.clone()) {
            let support = cells
                .iter()
                .filter(|cell| cell.overlap(band.left, band.right) > 0);
            let middle = band.left + (band.right - band.left) / 2;
            let covered = texts
                .iter()
                .filter(|text| text.left <= band.left && middle < text.right);
            // A number where others have words is one of their words.
            if covered.count() <= support.count() {
                bands.push(band);
            }
        }
    }
    let cut = |text: Band| {
        let next = bands
            .iter()
            .filter(|band| band.left > text.left)
            .map(|band| band.left)
            .min();
        Band {
            right: next.map_or(text.right, |next| text.right.min(next)),
            ..text
        }
    };
    let texts = union(texts.into_iter().map(cut).collect());
    bands.extend(texts);
    bands.sort_by_key(|band| (band.left, band.right));
    if let Some(header) = header {
        name(&mut bands, &header.pieces);
    }
    bands
}

/// Intervals that overlap are one.
fn union(mut cells: Vec<Band>) -> Vec<Band> {
    cells.sort_by_key(|cell| cell.left);
    let mut all: Vec<Band> = Vec::new();
    for cell in cells {
        match all.last_mut() {
            Some(last) if cell.left < last.right => last.right = last.right.max(cell.right),
            _ => all.push(cell),
        }
    }
    all
}

/// Stretches each column to the name above it; a name without a column is a column without cells.
fn name(bands: &mut Vec<Band>, names: &[Piece]) {
    let matched = matched(bands, names);
    for (piece, at) in names.iter().zip(matched) {
        match at.and_then(|at| bands.get_mut(at)) {
            Some(band) => {
                band.left = band.left.min(piece.left);
                band.right = band.right.max(piece.right);
            }
            None => bands.push(Band::of(piece)),
        }
    }
    bands.sort_by_key(|band| (band.left, band.right));
}

/// The column of each name: in their order, and as near as all of them can be.
fn matched(bands: &[Band], names: &[Piece]) -> Vec<Option<usize>> {
    let away = |name: &Piece, band: &Band| {
        let gap = i64::from(-band.overlap(name.left, name.right)).max(0);
        let middles = i64::from(band.left) + i64::from(band.right)
            - i64::from(name.left)
            - i64::from(name.right);
        gap + middles.abs() / 50
    };
    let width = bands.len() + 1;
    let mut costs = vec![0i64; (names.len() + 1) * width];
    let mut steps = vec![0u8; costs.len()];
    for row in 0..=names.len() {
        for column in 0..=bands.len() {
            let mut best = (i64::MAX, 0);
            if row == 0 && column == 0 {
                best = (0, 0);
            }
            if row > 0 {
                best = best.min((costs[(row - 1) * width + column] + LONELY_NAME, 1));
            }
            if column > 0 {
                best = best.min((costs[row * width + column - 1] + LONELY_BAND, 2));
            }
            if row > 0 && column > 0 {
                let cost = away(&names[row - 1], &bands[column - 1]);
                best = best.min((costs[(row - 1) * width + column - 1] + cost, 3));
            }
            costs[row * width + column] = best.0;
            steps[row * width + column] = best.1;
        }
    }
    let mut found = vec![None; names.len()];
    let (mut row, mut column) = (names.len(), bands.len());
    while row > 0 || column > 0 {
        match steps[row * width + column] {
            1 => row -= 1,
            2 => column -= 1,
            _ => {
                row -= 1;
                column -= 1;
                found[row] = Some(column);
            }
        }
    }
    found
}

/// The column of a cell: where it overlaps most of its kind, else of any, else the nearest.
pub(super) fn place(bands: &[Band], piece: &Piece) -> usize {
    let best = |same: bool| {
        let candidates = bands.iter().enumerate();
        let candidates = candidates.filter(|(_, band)| !same || band.kind == piece.kind);
        let overlaps = candidates.map(|(at, band)| (band.overlap(piece.left, piece.right), at));
        overlaps
            .filter(|(overlap, _)| *overlap > 0)
            .max_by_key(|(overlap, at)| {
                let begins = bands[*at].left <= piece.left && piece.kind == Kind::Text;
                (begins, *overlap)
            })
    };
    let nearest = || {
        let away = bands.iter().enumerate();
        away.max_by_key(|(_, band)| band.overlap(piece.left, piece.right))
            .map(|(at, _)| at)
    };
    let found = best(true).or_else(|| best(false)).map(|(_, at)| at);
    found.or_else(nearest).unwrap_or(0)
}
