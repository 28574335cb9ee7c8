//! Which forms belong together: a union-find whose representative is the form mentioned first, so that
//! the order in which passes join changes nothing in the result.

/// A partition of `0..n`.
pub(super) struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    /// Every form alone.
    pub fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    /// The representative of the group of `form`: the smallest member.
    pub fn find(&mut self, mut form: usize) -> usize {
        while self.parent[form] != form {
            self.parent[form] = self.parent[self.parent[form]];
            form = self.parent[form];
        }
        form
    }

    /// Makes one group of two.
    pub fn join(&mut self, left: usize, right: usize) {
        let (left, right) = (self.find(left), self.find(right));
        let (first, second) = (left.min(right), left.max(right));
        self.parent[second] = first;
    }

    /// Adds one form, alone; returns its index.
    pub fn add(&mut self) -> usize {
        self.parent.push(self.parent.len());
        self.parent.len() - 1
    }
}
