//! Zotero's own export (RDF), beside which the folder `files` lies.

use roxmltree::Node;

use super::{Reference, path};
use crate::dates;
use crate::trouble::Unread;
use crate::xml::{self, all, child, first, text_of};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// The references of such an export.
///
/// # Errors
/// It does not parse.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Reference>, Unread> {
    let text = xml::text(bytes);
    let tree = xml::parse(&text, "a Zotero export")?;
    let root = tree.root();
    // Attachments and outlets may stand apart, and are named by their address in the file.
    let named = |about: &str| root.children().find(|node| node.attribute((RDF, "about")) == Some(about));
    let items = root.children().filter(|node| {
        let kind = child(*node, "itemType").map(text_of);
        node.is_element() && kind.as_deref().is_some_and(|kind| kind != "attachment" && kind != "note")
    });
    Ok(items.filter_map(|item| of(item, &named)).collect())
}

fn of<'a>(item: Node<'a, 'a>, named: &impl Fn(&str) -> Option<Node<'a, 'a>>) -> Option<Reference> {
    let text = |node: Option<Node<'_, '_>>| node.map(text_of).filter(|text| !text.is_empty());
    let links = item.children().filter(|node| node.tag_name().name() == "link" && node.is_element());
    let files = links.filter_map(|link| {
        let attachment = named(link.attribute((RDF, "resource"))?)?;
        let file = attachment.children().find(|node| node.tag_name().name() == "resource")?;
        Some(path(file.attribute((RDF, "resource"))?))
    });
    let outlet = child(item, "isPartOf").and_then(|part| match part.attribute((RDF, "resource")) {
        Some(about) => child(named(about)?, "title"),
        None => first(part, "title"),
    });
    let publisher = || child(item, "publisher").and_then(|node| first(node, "name"));
    let authors = child(item, "authors").into_iter().flat_map(|node| all(node, "Person").collect::<Vec<_>>());
    let name = |person: Node<'_, '_>| {
        let given = text(child(person, "givenName").or_else(|| child(person, "givenname"))).unwrap_or_default();
        let family = text(child(person, "surname")).unwrap_or_default();
        format!("{given} {family}").trim().to_owned()
    };
    Some(Reference {
        title: Some(text(child(item, "title"))?),
        outlet: text(outlet).or_else(|| text(publisher())),
        authors: authors.map(name).filter(|name| !name.is_empty()).collect(),
        published: child(item, "date").and_then(|node| dates::day(&text_of(node))),
        url: child(item, "identifier").and_then(|node| first(node, "value")).map(text_of),
        language: text(child(item, "language")).map(|tag| tag.to_lowercase()).filter(|tag| !tag.contains(' ')),
        files: files.collect(),
        ..Reference::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_with_its_snapshot() {
        let rdf = r##"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
            xmlns:dcterms="http://purl.org/dc/terms/" xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:bib="http://purl.org/net/biblio#"
            xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/"><bib:Article rdf:about="https://courier.example/1">
            <z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf><bib:Newspaper><dc:title>The Courier</dc:title></bib:Newspaper></dcterms:isPartOf>
            <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Berg</foaf:surname><foaf:givenName>Anna</foaf:givenName></foaf:Person></rdf:li>
            </rdf:Seq></bib:authors><link:link rdf:resource="#item_12"/><dc:identifier><dcterms:URI><rdf:value>https://courier.example/1</rdf:value>
            </dcterms:URI></dc:identifier><dc:date>2031-03-04 10:15:00</dc:date><dc:title>Crane falls</dc:title></bib:Article>
            <z:Attachment rdf:about="#item_12"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/12/crane.html"/></z:Attachment>
            </rdf:RDF>"##;
        let found = read(rdf.as_bytes()).expect("it reads");
        let [one] = &found[..] else { panic!("one: {found:?}") };
        assert_eq!((one.title.as_deref(), one.outlet.as_deref()), (Some("Crane falls"), Some("The Courier")));
        assert_eq!(
            (one.authors.clone(), one.files.clone()),
            (vec!["Anna Berg".to_owned()], vec!["files/12/crane.html".to_owned()])
        );
        assert_eq!(one.published.as_ref().map(|when| when.edtf.as_str()), Some("2031-03-04"));
        assert_eq!(one.url.as_deref(), Some("https://courier.example/1"));
    }
}
