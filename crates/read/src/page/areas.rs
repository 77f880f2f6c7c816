//! The areas of a page, as its elements and their names tell them.

use super::stream::Element;

/// The areas that a paragraph lies in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Areas(u16);

impl Areas {
    /// `article`, `main`, or what pages call the body of an article.
    pub(crate) const BODY: Self = Self(1);
    /// Menus, headers, footers, forms, asides.
    pub(crate) const FRAME: Self = Self(2);
    /// Other reports, advertisements, pleas, buttons to share.
    pub(crate) const OFFER: Self = Self(4);
    /// Who wrote it, when, under which words.
    pub(crate) const CREDIT: Self = Self(8);
    /// The words under a picture.
    pub(crate) const CAPTION: Self = Self(16);
    /// What readers wrote.
    pub(crate) const COMMENT: Self = Self(32);
    /// A quotation set apart, or a post that is shown.
    pub(crate) const QUOTE: Self = Self(64);
    /// Not shown.
    pub(crate) const HIDDEN: Self = Self(128);

    /// Both.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of the areas given is among these.
    pub(crate) fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

/// The areas that an element opens.
pub(crate) fn of(element: &Element) -> Areas {
    let mut areas = match element.name() {
        "article" | "main" => Areas::BODY,
        "nav" | "footer" | "aside" | "form" | "dialog" | "menu" => Areas::FRAME,
        "figcaption" | "caption" => Areas::CAPTION,
        "blockquote" => Areas::QUOTE,
        _ => Areas::default(),
    };
    match element.attribute("role") {
        Some("navigation" | "contentinfo" | "banner" | "complementary" | "dialog" | "search" | "menu") => {
            areas = areas.with(Areas::FRAME);
        }
        Some("main" | "article") => areas = areas.with(Areas::BODY),
        _ => {}
    }
    match element.attribute("itemprop") {
        Some("articleBody") => areas = areas.with(Areas::BODY),
        Some("author" | "datePublished" | "dateModified" | "publisher" | "keywords") => {
            areas = areas.with(Areas::CREDIT)
        }
        _ => {}
    }
    let hidden = element.attribute("hidden").is_some()
        || element.attribute("style").is_some_and(|style| {
            let style = style.replace(' ', "");
            style.contains("display:none") || style.contains("visibility:hidden")
        });
    if hidden {
        areas = areas.with(Areas::HIDDEN);
    }
    // What is named there is all of the page or of the report, by its subjects.
    if matches!(element.name(), "body" | "html" | "article" | "main") {
        return areas;
    }
    for part in ["class", "id", "data-component", "data-module", "data-testid"] {
        if let Some(labels) = element.attribute(part) {
            let tokens = tokens(labels);
            for pair in tokens.windows(2) {
                let way = matches!(pair[0].as_str(), "next" | "previous" | "prev" | "adjacent");
                if way && matches!(pair[1].as_str(), "post" | "posts" | "story" | "stories" | "article" | "articles") {
                    areas = areas.with(Areas::OFFER);
                }
            }
            for (at, token) in tokens.iter().enumerate() {
                // "has-sidebar", "no-share": of the page's shape, not of what is in it.
                let shape = at.checked_sub(1).is_some_and(|at| {
                    matches!(tokens[at].as_str(), "has" | "with" | "no" | "not" | "without" | "hide" | "is")
                }) || tokens.get(at + 1).is_some_and(|next| next == "and");
                if !shape {
                    areas = areas.with(of_word(token));
                }
            }
        }
    }
    areas
}

/// The words that a name in a page is made of: `relatedArticles-box` is related, articles, box.
fn tokens(labels: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut token = String::new();
    let mut lower = false;
    for c in labels.chars().take(400) {
        if !c.is_alphanumeric() || (c.is_uppercase() && lower) {
            if !token.is_empty() {
                tokens.push(std::mem::take(&mut token));
            }
            lower = false;
        }
        if c.is_alphanumeric() {
            lower = c.is_lowercase();
            token.extend(c.to_lowercase());
        }
    }
    if !token.is_empty() {
        tokens.push(token);
    }
    tokens
}

/// What a word in a name says. The words are those that makers of pages use everywhere; none is one site's.
fn of_word(word: &str) -> Areas {
    match word {
        "related" | "recommended" | "recommendation" | "recommendations" | "recirc" | "recirculation" | "promo"
        | "promotion" | "advert" | "advertisement" | "advertising" | "ad" | "ads" | "adv" | "adslot" | "sponsor"
        | "sponsored" | "newsletter" | "newsletters" | "subscribe" | "subscription" | "signup" | "share"
        | "sharing" | "shares" | "social" | "socials" | "outbrain" | "taboola" | "popular" | "trending"
        | "mostread" | "teaser" | "teasers" | "readmore" | "morefrom" | "donate" | "donation" | "paywall"
        | "cookie" | "cookies" | "consent" | "gdpr" | "sharedaddy" | "relatedposts" | "addtoany" | "crosssell"
        | "upsell" | "download" | "rating" | "ratings" | "poll" | "quiz" | "disqus" | "follow" | "likes"
        | "callout" | "callouts" | "disclosure" | "disclosures" | "nextstory" | "nextpost" | "prevpost"
        | "nextarticle" | "upnext" => Areas::OFFER,
        "nav" | "navbar" | "navigation" | "menu" | "breadcrumb" | "breadcrumbs" | "footer" | "sidebar"
        | "pagination" | "pager" | "toolbar" | "widget" | "widgets" | "toc" | "masthead" | "banner" | "modal"
        | "popup" | "overlay" | "skip" => Areas::FRAME,
        "byline" | "bylines" | "author" | "authors" | "bio" | "authorbox" | "tags" | "tagged" | "keywords"
        | "dateline" | "timestamp" | "pubdate" | "postmeta" | "copyright" | "disclaimer" | "categories" | "topics"
        | "kicker" | "eyebrow" | "readtime" => Areas::CREDIT,
        "caption" | "captions" | "wp-caption-text" | "credit" | "credits" | "figcaption" => Areas::CAPTION,
        "comment" | "comments" | "commentlist" | "respond" | "reply" | "replies" => Areas::COMMENT,
        "articlebody" | "storybody" | "entry" => Areas::BODY,
        "visuallyhidden" | "offscreen" => Areas::HIDDEN,
        "tweet" | "tweets" | "twitter" => Areas::QUOTE,
        _ => Areas::default(),
    }
}
