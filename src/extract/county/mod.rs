//! What county an article is about.
//!
//! Every name of a county is a vote for it, and every mark of the city itself (我市, 市教育局, 焦作市某医院) one for `市直`;
//! words that point back (该县, 全区, 该市) are votes for the county told of last, or, like 我县, for the one whose page it is. A vote in the title outweighs the text,
//! one in the lead outweighs the rest, and a county that a sentence begins with counts twice. What wins clearly is the
//! county; a story of many counties is the city's.

mod decide;
mod home;
mod sign;
mod votes;

pub use decide::decide;
pub use home::home;
