//! Tables that fit the terminal: columns as wide as their words where there is room, wrapped cells where not.

use unicode_width::UnicodeWidthStr;

use super::Style;

/// Columns between columns.
const GAP: usize = 2;
/// A column is not squeezed below this, so that words stay readable.
const LEAST_COLUMN: usize = 8;

/// Rows under a title. A column that is empty in every row is left out.
pub struct Table {
    pub title: &'static str,
    /// The escape code of its marks in the article.
    pub code: &'static str,
    pub columns: &'static [Column],
    pub rows: Vec<Vec<String>>,
}

/// The head of a column.
pub struct Column {
    pub title: &'static str,
    pub align: Align,
}

/// Which side of its column a cell keeps to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

impl Table {
    /// The table as lines, each ended by a line break.
    pub fn render(&self, style: Style) -> String {
        let kept: Vec<usize> = (0..self.columns.len())
            .filter(|&column| self.rows.iter().any(|row| !row[column].is_empty()))
            .collect();
        let widths = fit(self.natural_widths(&kept), style.width);
        let heads: Vec<&str> = kept.iter().map(|&column| self.columns[column].title).collect();
        let title = format!("{} ({})", self.title, self.rows.len());
        let mut out = style.paint(&title, &format!("1;{}", self.code));
        out.push('\n');
        for line in self.lines(&kept, &heads, &widths) {
            out.push_str(&style.paint(&line, "2"));
            out.push('\n');
        }
        let rules: Vec<String> = widths.iter().map(|&width| "─".repeat(width)).collect();
        out.push_str(&style.paint(&rules.join(&" ".repeat(GAP)), "2"));
        out.push('\n');
        for row in &self.rows {
            let cells: Vec<&str> = kept.iter().map(|&column| row[column].as_str()).collect();
            for line in self.lines(&kept, &cells, &widths) {
                out.push_str(&line);
                out.push('\n');
            }
        }
        out
    }

    fn natural_widths(&self, kept: &[usize]) -> Vec<usize> {
        kept.iter()
            .map(|&column| {
                let cells = self.rows.iter().map(|row| row[column].width());
                cells.chain([self.columns[column].title.width()]).max().unwrap_or(0)
            })
            .collect()
    }

    /// One row; as many lines as its tallest cell.
    fn lines(&self, kept: &[usize], cells: &[&str], widths: &[usize]) -> Vec<String> {
        let wrapped: Vec<Vec<String>> =
            cells.iter().zip(widths).map(|(cell, &width)| wrap(cell, width)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        (0..height)
            .map(|line| {
                let mut out = String::new();
                for (index, cell) in wrapped.iter().enumerate() {
                    let words = cell.get(line).map_or("", String::as_str);
                    let room = " ".repeat(widths[index].saturating_sub(words.width()));
                    match self.columns[kept[index]].align {
                        Align::Left => out.extend([words, &room]),
                        Align::Right => out.extend([&room, words]),
                    }
                    out.push_str(&" ".repeat(GAP));
                }
                out.truncate(out.trim_end().len());
                out
            })
            .collect()
    }
}

/// Takes columns from the widest until all fit, or none can give more.
fn fit(mut widths: Vec<usize>, room: usize) -> Vec<usize> {
    let gaps = GAP * widths.len().saturating_sub(1);
    // What no terminal shows in one line need not be taken away column by column.
    for width in &mut widths {
        *width = (*width).min(room);
    }
    while widths.iter().sum::<usize>() + gaps > room {
        match widths.iter_mut().max() {
            Some(widest) if *widest > LEAST_COLUMN => *widest -= 1,
            _ => break,
        }
    }
    widths
}

/// Words to lines of at most `width` columns; a longer word is cut.
fn wrap(cell: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in cell.split(' ') {
        let mut rest = word;
        if used > 0 {
            if used + 1 + rest.width() <= width {
                line.push(' ');
                used += 1;
            } else {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
        }
        while rest.width() > width {
            let (head, tail) = rest.split_at(cut(rest, width));
            lines.push(head.to_owned());
            rest = tail;
        }
        line.push_str(rest);
        used += rest.width();
    }
    lines.push(line);
    lines
}

/// The byte before which the first `width` columns of `text` end; at least one character.
fn cut(text: &str, width: usize) -> usize {
    let mut used = 0;
    for (at, character) in text.char_indices() {
        used += unicode_width::UnicodeWidthChar::width(character).unwrap_or(0);
        if used > width && at > 0 {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[
        Column { title: "Value", align: Align::Right },
        Column { title: "Unit", align: Align::Left },
        Column { title: "In the text", align: Align::Left },
    ];

    #[test]
    fn fits_the_width_and_leaves_empty_columns_out() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = Table {
            title: "Figures",
            code: "36",
            columns: COLUMNS,
            rows: vec![row(["39,000", "", "more than 39,000 deaths"]), row(["5", "", "five 中文"])],
        };
        assert_eq!(
            table.render(Style { color: false, width: 24 }),
            "Figures (2)\n Value  In the text\n──────  ────────────────\n39,000  more than 39,000\n        deaths\n     5  five 中文\n"
        );
    }

    #[test]
    fn cuts_a_word_that_no_column_can_hold() {
        assert_eq!(wrap("ab abcdefgh i", 4), ["ab", "abcd", "efgh", "i"]);
    }
}
