//! Personal names as by-lines print them.

use std::sync::LazyLock;

use super::word::words;

/// Surnames of one character: those of the Hundred Family Surnames in use, and the commoner ones it leaves out.
const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎\
鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧\
计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁\
宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇\
栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂\
濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁\
勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪年\
爱阳佟言福肖覃付代邸苑楼巨占户尧辜原郄揭矫旷亓初敬展宾次鹿漆洛彦来冶昊藏战种由苟候仝兰丛迟信智未衣税柒兀谌岐底";

/// Surnames of two characters.
const COMPOUND: [&str; 40] = [
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊",
    "赫连", "澹台", "皇甫", "宗政", "司徒", "令狐", "轩辕", "慕容", "钟离", "长孙", "宇文", "司空", "濮阳", "申屠",
    "呼延", "淳于", "单于", "公孙", "仲孙", "西门", "百里", "拓跋", "纳兰", "鲜于", "东郭", "羊舌",
];

pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '〇' | '\u{20000}'..='\u{3FFFF}')
}

/// The same, sorted.
static SORTED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut surnames: Vec<char> = SURNAMES.chars().collect();
    surnames.sort_unstable();
    surnames
});

pub fn is_surname(character: char) -> bool {
    SORTED.binary_search(&character).is_ok()
}

fn begins_compound(name: &[char]) -> bool {
    name.len() >= 2 && COMPOUND.iter().any(|surname| surname.chars().eq(name[..2].iter().copied()))
}

/// Whether this reads as a Chinese personal name: two or three characters after a surname, four after one of two
/// characters, or a transcribed name with a middle dot.
pub fn is_name(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    if let Some((first, last)) = text.split_once('·') {
        return characters.len() <= 12
            && !first.is_empty()
            && !last.is_empty()
            && text.chars().all(|c| is_han(c) || c == '·');
    }
    let is_particle =
        |&c: &char| matches!(c, '的' | '了' | '是' | '在' | '把' | '们' | '这' | '那' | '我' | '你' | '他' | '她');
    if !characters.iter().copied().all(is_han) || characters.iter().any(is_particle) {
        return false;
    }
    match characters.len() {
        2 => is_surname(characters[0]),
        3 => is_surname(characters[0]) || begins_compound(&characters),
        4 => begins_compound(&characters),
        _ => false,
    }
}

/// Puts the names together again that a by-line prints in pieces: `许`, `岚` is one justified name, `欧阳`, `锋` too;
/// `张三李四` is two glued ones.
pub fn join(pieces: &[&str]) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = pieces;
    while let Some((&piece, after)) = rest.split_first() {
        let singles = rest.iter().take_while(|piece| piece.chars().count() == 1).count();
        rest = after;
        if singles >= 2 {
            let (together, others) = pieces[pieces.len() - after.len() - 1..].split_at(singles);
            let odd_tail = if singles % 2 == 1 { 3 } else { 0 };
            let (pairs, tail) = together.split_at(singles - odd_tail);
            names.extend(pairs.chunks(2).map(|pair| pair.concat()));
            names.extend((!tail.is_empty()).then(|| tail.concat()));
            rest = others;
        } else if singles == 0 {
            let characters: Vec<char> = piece.chars().collect();
            if characters.len() == 2
                && begins_compound(&characters)
                && let Some((given, others)) = after.split_first().filter(|(given, _)| given.chars().count() == 1)
            {
                names.push(format!("{piece}{given}"));
                rest = others;
            } else {
                names.extend(unglue(&characters));
            }
        } else if let Some((given, others)) = after.split_first()
            && given.chars().count() == 2
            && !is_name(given)
            && piece.chars().all(is_surname)
        {
            // 何 一川.
            names.push([piece, given].concat());
            rest = others;
        } else {
            names.push(piece.to_owned());
        }
    }
    names
}

/// Whether one of the names that a text is made of begins with a word that is no name: 安全感, 文化馆.
pub fn begins_with_word(text: &str, names: &[String]) -> bool {
    let starts: Vec<usize> = names
        .iter()
        .scan(0, |end, name| {
            let start = *end;
            *end += name.len();
            Some(start)
        })
        .collect();
    let mut at = 0;
    words(text).iter().any(|word| {
        let covered = at..at + word.text.len();
        at = covered.end;
        let is_word = word.text.chars().nth(1).is_some() && !word.is_person;
        is_word && starts.iter().any(|start| covered.contains(start))
    })
}

/// Cuts a run of Han characters into names where each cut stands before a surname: the one with the fewest names of
/// two or three characters. A run that cannot be cut so is left whole.
fn unglue(characters: &[char]) -> Vec<String> {
    let whole = vec![characters.iter().collect::<String>()];
    if characters.len() <= 3 || characters.len() > 24 || is_name(&whole[0]) || characters.contains(&'·') {
        return whole;
    }
    // best[n]: the names of the first n characters.
    let mut best: Vec<Option<Vec<String>>> = vec![None; characters.len() + 1];
    best[0] = Some(Vec::new());
    for end in 2..=characters.len() {
        for length in [3, 2, 4] {
            let Some(start) = end.checked_sub(length) else { continue };
            let name: String = characters[start..end].iter().collect();
            let Some(before) = best[start].as_ref().filter(|_| is_name(&name)) else { continue };
            if best[end].as_ref().is_none_or(|names| names.len() > before.len() + 1) {
                best[end] = Some(before.iter().cloned().chain([name]).collect());
            }
        }
    }
    best.pop().flatten().unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_become_names() {
        for (pieces, names) in [
            (vec!["许", "岚"], vec!["许岚"]),
            (vec!["林一舟", "何", "川"], vec!["林一舟", "何川"]),
            (vec!["何", "川", "许", "岚", "郑小满"], vec!["何川", "许岚", "郑小满"]),
            (vec!["王", "小", "明"], vec!["王小明"]),
            (vec!["欧阳", "锋"], vec!["欧阳锋"]),
            (vec!["张三李四"], vec!["张三", "李四"]),
            (vec!["林一舟何小川"], vec!["林一舟", "何小川"]),
            (vec!["欧阳小锋"], vec!["欧阳小锋"]),
        ] {
            assert_eq!(join(&pieces), names, "{pieces:?}");
        }
    }
}
