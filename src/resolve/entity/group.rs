//! Which forms belong together: a union-find whose representative is the form mentioned first, so that
//! the order in which passes join changes nothing in the result.

use crate::recognize::NameKind;

/// A partition of `0..n`.
pub(super) struct Groups {
    parent: Vec<usize>,
    /// By representative: the kind that the caller has told its members to be.
    told: Vec<Option<NameKind>>,
}

impl Groups {
    /// Every form alone; of some the caller has told the kind.
    pub fn new(told: Vec<Option<NameKind>>) -> Self {
        Self { parent: (0..told.len()).collect(), told }
    }

    /// The representative of the group of `form`: the smallest member.
    pub fn find(&mut self, mut form: usize) -> usize {
        while self.parent[form] != form {
            self.parent[form] = self.parent[self.parent[form]];
            form = self.parent[form];
        }
        form
    }

    /// Makes one group of two, unless the caller has told that they are of two kinds.
    pub fn join(&mut self, left: usize, right: usize) {
        let (left, right) = (self.find(left), self.find(right));
        let (first, second) = (left.min(right), left.max(right));
        if let (Some(first), Some(second)) = (self.told[first], self.told[second])
            && first != second
        {
            return;
        }
        self.told[first] = self.told[first].or(self.told[second]);
        self.parent[second] = first;
    }

    /// Adds one form, alone; returns its index.
    pub fn add(&mut self) -> usize {
        self.parent.push(self.parent.len());
        self.told.push(None);
        self.parent.len() - 1
    }
}
