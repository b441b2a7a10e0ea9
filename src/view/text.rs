use crate::chart::Language;

/// Makes [`Text`] of a list of wordings, in the order of [`Language::ALL`]. The wordings of a language are one string, a line
/// each: as strings of their own they would be half as large again to load.
macro_rules! texts {
    ($($name:ident: $simplified:literal, $traditional:literal, $english:literal;)*) => {
        /// Words of the page that stand alone. Those with numbers in them are [`Phrase`](super::Phrase)s.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is explained by its wording below")]
        pub enum Text {
            $($name,)*
        }

        const WORDINGS: [&str; 3] = [
            concat!($($simplified, "\n"),*),
            concat!($($traditional, "\n"),*),
            concat!($($english, "\n"),*),
        ];

        #[cfg(test)]
        const ALL: &[Text] = &[$(Text::$name,)*];
    };
}

impl Text {
    /// The wording in a language. `#` stands where a subject goes: see [`Text::of`].
    pub fn in_language(self, language: Language) -> &'static str {
        language.say(WORDINGS).split('\n').nth(self as usize).unwrap_or_default()
    }

    /// The wording in a language, with its subject.
    pub fn of(self, subject: &str, language: Language) -> String {
        self.in_language(language).replace('#', subject)
    }
}

texts! {
    Name: "报眼", "報眼", "Baoyan";
    Claim:
        "一份可以提问的报纸：查得到每一句话，看得见各县区逐年做了什么。",
        "一份可以提問的報紙：查得到每一句話，看得見各縣區逐年做了什麼。",
        "A newspaper you can question: find any sentence, see what each county did, year by year.";
    SearchLabel: "检索文章", "檢索文章", "Search the articles";
    SearchHint: "输入任何词语、人名、地名", "輸入任何詞語、人名、地名", "Any word, name or place";
    Clear: "清空", "清空", "Clear";
    Suggestions: "检索建议", "檢索建議", "Suggestions";
    Recent: "最近查过", "最近查過", "Recent searches";
    Forget: "清除记录", "清除記錄", "Forget them";
    KindPerson: "人名", "人名", "person";
    KindInitiative: "举措", "舉措", "initiative";
    KindColumn: "栏目", "專欄", "column";
    KindWord: "词语", "詞語", "word";
    Why: "为何在此", "為何在此", "Why here";
    WhyNear: "几个词靠得近", "幾個詞靠得近", "its words stand close";
    WhyLead: "首段", "首段", "lead";
    WhyBody: "正文", "正文", "text";
    WhyColumn: "栏目", "專欄", "column";
    WhySectionHead: "小标题", "小標題", "subheading";
    WhyCaption: "图片说明", "圖片說明", "caption";
    WhyByline: "署名", "署名", "by-line";
    Examples: "试试", "試試", "Try";
    Asking: "#做了什么？", "#做了什麼？", "What did # do?";
    Filters: "筛选", "篩選", "Filters";
    ClearFilters: "全部取消", "全部取消", "Clear all";
    RemoveFilter: "取消筛选：", "取消篩選：", "Remove filter: ";
    County: "县区", "縣區", "County";
    Year: "年份", "年份", "Year";
    InitiativeYear: "举措年份", "舉措年份", "Year of initiative";
    Initiative: "举措", "舉措", "Initiative";
    Kind: "类型", "類型", "Kind";
    Column: "栏目", "專欄", "Column";
    Reporter: "记者", "記者", "Reporter";
    Page: "版面", "版面", "Page";
    Title: "标题", "標題", "Title";
    Date: "日期", "日期", "Date";
    From: "从", "從", "From";
    To: "到", "到", "To";
    DateForm:
        "日期写作2024、2024-03或2024-03-05。",
        "日期寫作2024、2024-03或2024-03-05。",
        "Write a date as 2024, 2024-03 or 2024-03-05.";
    Others: "另外#项", "另外#項", "# more";
    SortLabel: "排序", "排序", "Sort";
    SortRelevance: "相关", "相關", "Best match";
    SortNewest: "最新", "最新", "Newest";
    SortOldest: "最早", "最早", "Oldest";
    OwnTitle: "自拟题", "自擬題", "our title";
    Initiatives: "举措", "舉措", "Initiatives";
    Pages: "分页", "分頁", "Pages";
    First: "首页", "首頁", "First";
    Last: "末页", "末頁", "Last";
    PreviousPage: "上一页", "上一頁", "Previous page";
    NextPage: "下一页", "下一頁", "Next page";
    Articles: "文章", "文章", "Articles";
    Charts: "图表", "圖表", "Charts";
    Back: "返回结果", "返回結果", "Back to results";
    InResults: "结果中的上一篇、下一篇", "結果中的上一篇、下一篇", "In the results";
    Previous: "上一篇", "上一篇", "Previous";
    Next: "下一篇", "下一篇", "Next";
    SamePage: "同版文章", "同版文章", "On the same page";
    Related: "讲到同一举措的文章", "講到同一舉措的文章", "Articles that name the same initiative";
    SameCounty: "同县区的其他文章", "同縣區的其他文章", "Other articles on this county";
    Original: "原文出处", "原文出處", "Published at";
    Reporters: "记者", "記者", "Reporters";
    Correspondents: "通讯员", "通訊員", "Correspondents";
    Photographers: "摄影", "攝影", "Photographs";
    NoInitiatives: "本文没有举措。", "本文沒有舉措。", "This article tells of no initiative.";
    OtherFigures: "其他数字", "其他數字", "Other figures";
    CopyLink: "复制链接", "複製連結", "Copy link";
    CopyCitation: "复制引文", "複製引文", "Copy citation";
    Share: "分享", "分享", "Share";
    CopiedLink: "链接已复制。", "連結已複製。", "The link is copied.";
    CopiedPicture: "图片已复制。", "圖片已複製。", "The picture is copied.";
    CopiedCitation: "引文已复制（GB/T 7714）。", "引文已複製（GB/T 7714）。", "The citation is copied (GB/T 7714).";
    NotCopied:
        "浏览器不让复制。请从地址栏复制链接。",
        "瀏覽器不允許複製。請從網址列複製連結。",
        "The browser did not allow copying. Copy the link from the address bar.";
    Told: "各次报道", "各次報導", "Each time it was told";
    ToldIn: "做了什么", "做了什麼", "What was done";
    YearExplicit: "文中写明", "文中寫明", "printed";
    YearRelative: "由文中时间推算", "由文中時間推算", "reckoned from the text";
    YearInherited: "承接上文", "承接上文", "from context";
    YearIssue: "依见报日期", "依見報日期", "from the issue date";
    YearNone: "无年份", "無年份", "no year";
    Loading: "正在打开报纸…", "正在開啟報紙…", "Opening the archive…";
    Retry: "再试一次", "再試一次", "Try again";
    Retrying:
        "本页会自动再试，联网后也会。",
        "本頁會自動再試，連上網路後也會。",
        "It is tried again by itself, also once there is a connection.";
    Failed: "报纸没有打开", "報紙沒有開啟", "The archive could not be opened";
    Searching: "正在查找…", "正在查找…", "Searching…";
    Lacking: "这次检索缺了档案的一部分", "這次檢索缺了檔案的一部分", "A part of the archive is missing for this search";
    Uncounted:
        "筛选与图表缺了档案的一部分，数目不全",
        "篩選與圖表缺了檔案的一部分，數目不全",
        "A part of the archive is missing: filters and charts are incomplete";
    Network:
        "网络没有送来档案。请看看连接，再试一次。",
        "網路沒有送來檔案。請檢查連線，再試一次。",
        "The network did not deliver it. Check the connection and try again.";
    Integrity:
        "档案在路上损坏了，校验不符。请重新取一次。",
        "檔案在途中損壞了，校驗不符。請重新取一次。",
        "It was damaged on the way: a checksum does not match. Fetch it again.";
    Version:
        "档案与本页的版本不同。请刷新页面；如果还是这样，档案要用同一版本重新生成。",
        "檔案與本頁的版本不同。請重新整理頁面；如果還是這樣，檔案要用同一版本重新產生。",
        "It is of another version than this page. Reload the page; if that does not help, it has to be built again with the same version.";
    Corrupt: "这不是报眼的档案，或者内容残缺。", "這不是報眼的檔案，或者內容殘缺。", "This is no archive of Baoyan, or it is incomplete.";
    Unsupported: "本页或浏览器缺少打开它所需的功能。", "本頁或瀏覽器缺少開啟它所需的功能。", "This page or browser lacks what is needed to open it.";
    NothingFound: "没有找到", "沒有找到", "Nothing found";
    NothingHint: "换一个词，或者取消几项筛选。", "換一個詞，或者取消幾項篩選。", "Try another word, or remove a filter.";
    NoArticle: "这份档案里没有这篇文章。", "這份檔案裡沒有這篇文章。", "There is no such article in this archive.";
    EmptyArchive: "这份档案里还没有文章。", "這份檔案裡還沒有文章。", "There are no articles in this archive yet.";
    NoticeAddress:
        "网址里的“#”没有看懂，已略去。",
        "網址裡的「#」沒有看懂，已略去。",
        "The address has “#”, which was not understood and is left out.";
    ToDark: "夜间", "夜間", "Dark";
    ToLight: "日间", "日間", "Light";
    Colophon:
        "全部检索都在这一页里完成，不向任何服务器发送内容。",
        "全部檢索都在這一頁裡完成，不向任何伺服器傳送內容。",
        "All searching happens inside this page; nothing is sent to any server.";
    Results: "检索结果", "檢索結果", "Results";
    Try: "您要找的是：", "您要找的是：", "Did you mean: ";
    Untitled: "无题", "無題", "Untitled";
    Joint: "、", "、", ", ";
    Close: "关闭", "關閉", "Close";
    OwnName: "简体", "繁體", "English";
    Help: "用法", "用法", "Help";
    HelpTitle: "怎样查，怎样走", "怎樣查，怎樣走", "How to search and get around";
    HelpQuery: "检索写法", "檢索寫法", "What you can type";
    HelpKeys: "键盘", "鍵盤", "Keys";
    HelpPlain:
        "文章里的任何一串字；多个词用空格隔开，都要有",
        "文章裡的任何一串字；多個詞用空格隔開，都要有",
        "any run of characters of an article; several words, all of which are wanted";
    HelpQuoted: "一字不差，依此顺序", "一字不差，依此順序", "exactly these characters, in this order";
    HelpWithout: "不含它", "不含它", "not this";
    HelpPinyin: "拼音或首字母", "拼音或首字母", "pinyin, whole or initials";
    HelpFilters: "筛选，也可以点选", "篩選，也可以點選", "filters; they can be chosen, too";
    HelpDates: "日期、年份的范围", "日期、年份的範圍", "ranges of dates and years";
    KeySearch: "到检索框", "到檢索框", "to the search box";
    KeyArrows: "逐条走过结果；走过图中各条", "逐條走過結果；走過圖中各條", "from result to result; from bar to bar";
    KeyEnter: "打开，选中", "開啟，選中", "open, choose";
    KeyTurn: "文章中：结果里的上一篇、下一篇", "文章中：結果裡的上一篇、下一篇", "in an article: the previous and next of the results";
    KeyEscape: "回到结果；清空检索框", "回到結果；清空檢索框", "back to the results; clear the box";
    KeyHelp: "打开这份说明", "開啟這份說明", "open this help";
    KeysOn: "单键快捷键：开", "單鍵快捷鍵：開", "Single-key shortcuts: on";
    KeysOff: "单键快捷键：关", "單鍵快捷鍵：關", "Single-key shortcuts: off";
    NoteTooLong: "查询过长，只看前#个字符。", "查詢過長，只看前#個字元。", "The query is long: only its first # characters count.";
    NoteTooMany: "查询的词过多，只看前#个。", "查詢的詞過多，只看前#個。", "The query has many words: only the first # count.";
    NoteUnknownFilter: "没有“#”这样的筛选。", "沒有「#」這樣的篩選。", "There is no filter “#”.";
    NoteNoSuchValue: "这份档案里没有“#”。", "這份檔案裡沒有「#」。", "This archive has no “#”.";
    NoteLeftOut: "没有文章含有“#”。", "沒有文章含有「#」。", "No article has “#”.";
    NoteParts: "没有文章原样含有它，已按“#”查找。", "沒有文章原樣含有它，已按「#」查找。", "No article has it as typed; “#” was searched for.";
    NotePinyin: "按拼音查找：#。", "按拼音查找：#。", "Taken as pinyin of: #.";
    NoteCut: "没有文章含有“#”。", "沒有文章含有「#」。", "No article has “#”.";
    NoteNearest: "没有文章含有全部的词，以下是最接近的。", "沒有文章含有全部的詞，以下是最接近的。", "No article has all of the words: these come nearest.";
    NoteOpenQuote:
        "有一个引号没有成对，已按“#”查找。",
        "有一個引號沒有成對，已按「#」查找。",
        "A quotation mark has no partner; “#” was searched for.";
    NoteSound: "没有文章含有“#”，有同音的词。", "沒有文章含有「#」，有同音的詞。", "No article has “#”, but one that sounds the same.";
    NoteNear:
        "没有文章含有“#”，有只差一字的词。",
        "沒有文章含有「#」，有只差一字的詞。",
        "No article has “#”, but one a character away.";
    KindProject: "工程", "工程", "project";
    KindCampaign: "行动", "行動", "campaign";
    KindMechanism: "机制", "機制", "mechanism";
    KindBrand: "品牌", "品牌", "brand";
    KindVenue: "阵地", "陣地", "venue";
    KindEvent: "活动", "活動", "event";
    KindAward: "荣誉", "榮譽", "award";
    KindPlatform: "平台", "平臺", "platform";
    KindMeasure: "措施", "措施", "measure";
    SaveDrawing: "下载图（SVG）", "下載圖（SVG）", "Download chart (SVG)";
    ShareTitle: "分享与嵌入", "分享與嵌入", "Share and embed";
    ShareLink: "链接", "連結", "Link";
    ShareElement: "嵌入网页（自定义元素）", "嵌入網頁（自訂元素）", "On a web page (custom element)";
    ShareFrame: "嵌入网页（框架）", "嵌入網頁（框架）", "On a web page (frame)";
    Copy: "复制", "複製", "Copy";
    CopiedCode: "已复制。", "已複製。", "It is copied.";
    OfflineReady: "断网时也能打开。", "斷網時也能開啟。", "It opens without a network, too.";
    NewVersion: "有新版本。", "有新版本。", "There is a new version.";
    Refresh: "更新", "更新", "Update";
    Install: "安装到设备", "安裝到裝置", "Install";
    KeepAll: "全部存到本机", "全部存到本機", "Keep all of it offline";
    Cancel: "取消", "取消", "Cancel";
    NoRoom: "没有存下：空间不足或网络中断。", "沒有存下：空間不足或網路中斷。", "It could not be kept: no room, or no network.";
    Sandboxed:
        "本页在受限的框架中：地址不会改变，不能离线使用，也不能下载。",
        "本頁在受限的框架中：網址不會改變，不能離線使用，也不能下載。",
        "This frame is restricted: the address does not change, and there is no offline use and no download.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_its_own_wording_in_every_language() {
        for language in Language::ALL {
            assert_eq!(language.say(WORDINGS).lines().count(), ALL.len());
            assert!(ALL.iter().all(|text| !text.in_language(language).is_empty()));
        }
        assert_eq!(Text::Name.in_language(Language::En), "Baoyan");
        assert_eq!(Text::SaveDrawing.in_language(Language::ZhTw), "下載圖（SVG）");
    }

    #[test]
    fn traditional_wordings_have_no_simplified_characters() {
        let simplified = "县举项页选检览开关闭数据图类报载链复档网络损坏没这么样阵荣动时间语说请题标记摄讲条结键盘单写词筛区输业务传产长无";
        for text in ALL {
            let found = text.in_language(Language::ZhTw).chars().find(|&c| simplified.contains(c));
            assert_eq!(found, None, "{text:?}");
        }
    }
}
