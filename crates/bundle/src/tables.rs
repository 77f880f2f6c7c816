use std::collections::BTreeMap;

use model::bundle::DocumentCard;
use model::order::gather;
use model::{Annotated, Claim, Corpus, Entity, Origin, Relations, Span, Story, Text};

/// The corpus with what its documents say together, and the tables by which the records of the bundle are put together.
pub(crate) struct Tables<'a> {
    pub(crate) corpus: &'a Corpus,
    /// The documents by publication: the number of each is its index plus one.
    pub(crate) documents: &'a [Annotated],
    pub(crate) relations: &'a Relations,
    /// A card of each document.
    pub(crate) cards: Vec<DocumentCard>,
    texts: Vec<Text<'a>>,
    /// For each document, the index of the origin that it mainly rests on, where that is not itself.
    origin_of: Vec<Option<u32>>,
    numbers: BTreeMap<&'a str, u32>,
    claims: BTreeMap<&'a str, u32>,
    claim_of: Vec<Vec<Option<u32>>>,
    claims_with: BTreeMap<&'a str, Vec<u32>>,
    entities: BTreeMap<&'a str, &'a Entity>,
    stories: BTreeMap<&'a str, u32>,
}

impl<'a> Tables<'a> {
    pub(crate) fn new(corpus: &'a Corpus, documents: &'a [Annotated], relations: &'a Relations) -> Self {
        let mut claim_of: Vec<Vec<Option<u32>>> =
            documents.iter().map(|document| vec![None; document.statements.len()]).collect();
        let mut claims_with: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (index, claim) in (0..).zip(&relations.claims) {
            for member in &claim.members {
                let statements = claim_of.get_mut(member.document as usize);
                if let Some(slot) = statements.and_then(|slots| slots.get_mut(member.statement as usize)) {
                    slot.get_or_insert(index);
                }
            }
            for entity in &claim.entities {
                claims_with.entry(entity).or_default().push(index);
            }
        }
        let origin_of = origins_of(documents.len(), relations);
        Self {
            corpus,
            documents,
            relations,
            cards: document_cards(documents, relations, &origin_of),
            texts: documents.iter().map(|document| Text::new(&document.document.text)).collect(),
            origin_of,
            numbers: gather(documents.iter().map(|annotated| annotated.document.id.as_str()).zip(0..)),
            claims: gather(relations.claims.iter().map(|claim| claim.id.as_str()).zip(0..)),
            claim_of,
            claims_with,
            stories: gather(relations.stories.iter().map(|story| story.id.as_str()).zip(0..)),
            entities: gather(relations.entities.iter().map(|entity| (entity.id.as_str(), entity))),
        }
    }

    /// The words of a span of a document.
    pub(crate) fn cut(&self, document: u32, span: Span) -> &'a str {
        self.texts.get(document as usize).map_or("", |text| text.cut(span))
    }

    /// The claim that a statement belongs to; `None` where a person hid it.
    pub(crate) fn claim_of(&self, document: u32, statement: u32) -> Option<&'a Claim> {
        let index = (*self.claim_of.get(document as usize)?.get(statement as usize)?)?;
        self.relations.claims.get(index as usize)
    }

    /// What a document mainly rests on, where that is not itself.
    pub(crate) fn origin_of(&self, document: u32) -> Option<&'a Origin> {
        self.relations.origins.get((*self.origin_of.get(document as usize)?)? as usize)
    }

    /// Index of the document with this id.
    pub(crate) fn document_index(&self, id: &str) -> Option<u32> {
        self.numbers.get(id).copied()
    }

    /// Index of the claim with this id.
    pub(crate) fn claim_index(&self, id: &str) -> Option<u32> {
        self.claims.get(id).copied()
    }

    /// Index of the story with this id.
    pub(crate) fn story_index(&self, id: &str) -> Option<u32> {
        self.stories.get(id).copied()
    }

    /// The story with this id.
    pub(crate) fn story(&self, id: &str) -> Option<&'a Story> {
        self.relations.stories.get(self.story_index(id)? as usize)
    }

    /// The claims of a story, by weight.
    pub(crate) fn claims_of<'s>(&'s self, story: &'s Story) -> impl Iterator<Item = &'a Claim> + 's {
        story.claims.iter().filter_map(|id| self.relations.claims.get(self.claim_index(id)? as usize))
    }

    /// The participant with this id.
    pub(crate) fn entity(&self, id: &str) -> Option<&'a Entity> {
        self.entities.get(id).copied()
    }

    /// Indices of the claims that an entity takes part in, in the default order.
    pub(crate) fn claims_with(&self, entity: &str) -> &[u32] {
        self.claims_with.get(entity).map_or(&[], Vec::as_slice)
    }

    /// The cards of some documents, by number, each once.
    pub(crate) fn cards_of(&self, documents: impl IntoIterator<Item = u32>) -> Vec<DocumentCard> {
        let mut documents: Vec<u32> = documents.into_iter().collect();
        model::order::sort(&mut documents);
        documents.dedup();
        documents.into_iter().filter_map(|index| self.cards.get(index as usize).cloned()).collect()
    }
}

fn origins_of(documents: usize, relations: &Relations) -> Vec<Option<u32>> {
    let mut origin_of = vec![None; documents];
    for (index, origin) in (0..).zip(&relations.origins) {
        for &document in &origin.documents {
            if let Some(slot) = origin_of.get_mut(document as usize) {
                slot.get_or_insert(index);
            }
        }
    }
    origin_of
}

/// What most statements of a document are concluded to rest on, where no words of it tell.
fn inferred(annotated: &Annotated) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for statement in &annotated.statements {
        let last = statement.holders.iter().skip(1).next_back();
        if let Some(holder) = last.filter(|holder| holder.inferred && holder.span.is_none()) {
            *counts.entry(&holder.name).or_default() += 1;
        }
    }
    let (name, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (count * 2 > annotated.statements.len()).then(|| name.to_owned())
}

fn document_cards(documents: &[Annotated], relations: &Relations, origin_of: &[Option<u32>]) -> Vec<DocumentCard> {
    let name = |index: u32| {
        let origin = origin_of.get(index as usize).copied().flatten()?;
        relations.origins.get(origin as usize).map(|origin| origin.name.clone())
    };
    let card = |(index, annotated): (u32, &Annotated)| {
        let document = &annotated.document;
        DocumentCard {
            id: document.id.clone(),
            number: index + 1,
            title: document.title.clone(),
            outlet: document.outlet.clone(),
            published: document.published.clone(),
            inferred: document.published_known == Some(model::Known::Inferred),
            origin: name(index).or_else(|| inferred(annotated)),
            statements: annotated.statements.len() as u32,
            brief: document.is_brief(),
        }
    };
    (0..).zip(documents).map(card).collect()
}
