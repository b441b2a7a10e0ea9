use std::sync::LazyLock;

use jieba_rs::Jieba;

/// The words of the language, as jieba's dictionary has them. There is one, loaded when it is first asked: it takes a tenth of a
/// second and tens of megabytes.
pub fn dictionary() -> &'static Jieba {
    static DICTIONARY: LazyLock<Jieba> = LazyLock::new(Jieba::new);
    &DICTIONARY
}
