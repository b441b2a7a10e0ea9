use std::cell::Cell;
use std::rc::Rc;

/// How much memory what is read may take.
///
/// Some bytes stand for more memory than they are: a record of fixed fields, a text that goes on like the one before. Each such
/// reading is charged here before the memory is taken, so that few bytes cannot fill it.
#[derive(Clone, Debug)]
pub struct Room(Rc<Cell<usize>>);

/// What is read takes so many times the memory of its bytes at most …
const TIMES: usize = 8;
/// … and so many bytes besides, for archives of hardly any text.
const BESIDES: usize = 16 << 20;

impl Room {
    /// The room for so many bytes.
    pub fn of(bytes: usize) -> Room {
        Room(Rc::new(Cell::new(bytes.saturating_mul(TIMES).saturating_add(BESIDES))))
    }

    /// Takes so many bytes of it; false where there are not as many.
    pub fn take(&self, bytes: usize) -> bool {
        let left = self.0.get().checked_sub(bytes);
        self.0.set(left.unwrap_or_default());
        left.is_some()
    }
}
