//! What is told apart while it is packed: numbers of one column are alike, and so are strings of one kind.

macro_rules! columns {
    ($($name:ident)*) => {
        /// What a number is. The order is a part of the form.
        #[derive(Clone, Copy)]
        pub(super) enum Column { $($name,)* }

        /// How many there are.
        pub(super) const COLUMNS: usize = [$(stringify!($name),)*].len();
    };
}

columns! {
    // Of everything.
    DayThere Day WhenFirst WhenLast WhenGrain Pieces Between PieceStart PieceLength IdKnown IdHigh IdLow IdString
    // Of the corpus.
    CorpusString CorpusNames CorpusKind CorpusAliases CorpusAlias
    // Of documents.
    Documents OutletThere Outlet Authors Author Published PublishedKnown
    UrlThere KindThere Kind OriginalThere OriginalString OriginalMaybe OriginalAuthors Language Places PlaceFile Place
    Passages PassageStart PassageLength PassageRole PassageWhy
    // Of statements.
    Statements SameSentence SentenceStart SentenceLength StatementStart StatementEnd Passage Commitment
    Cues CueStart CueLength Holders HolderJoint HolderInferred HolderOutlet HolderAsWritten HolderName HolderSpan
    HolderStart HolderLength HolderCue HolderCueStart HolderCueLength Time TimeSpan TimeStart TimeLength
    Participants ParticipantStart ParticipantLength ParticipantAsWritten ParticipantName ParticipantKind
    Quotes QuoteStart QuoteLength Quoted QuotedName Subject SubjectStart SubjectLength
    Clause ClauseTense ClauseHeadStart ClauseHeadLength
    // Of entities and people.
    Entities EntityIdMade EntityId EntityName EntityKind EntityAliases EntityAlias EntityDocuments EntityDocument
    People PersonEntity PersonRole PersonSays PersonDocument PersonStatement
    // Of origins.
    Origins OriginName OriginDocuments OriginDocument OriginEvidence OriginEvidenceStart OriginEvidenceLength
    // Of stories.
    Stories StoryAliases StoryOrder StoryClaims StoryClaim StoryTitle StoryWhenSame StoryWhen StoryDocumentsMade
    StoryLine StoryLineShare StoryLineOf StoryLineThing
    StoryDocuments StoryDocument StoryEntities StoryEntity
    // Of claims.
    Claims ClaimSame ClaimAliases ClaimStory ClaimStands ClaimCommitment ClaimStanding ClaimOpen ClaimWhen
    Occasions OccasionWhen OccasionMembers OccasionMember Members MemberDocument MemberStatement MemberFurtherDocument
    MemberFurtherStatement MemberOrigin MemberReviewed Perhaps PerhapsDocument PerhapsStatement
    ClaimOrigins ClaimOriginKnown ClaimOriginId ClaimOriginName ClaimOriginWhy ClaimOriginDenies ClaimOriginDocuments
    ClaimOriginDocument Ties TieKind TieDocument TieStart TieLength
    Discrepancies DiscrepancyKind DiscrepancyAbout DiscrepancyUpdate Readings ReadingDocument ReadingStart ReadingLength
    ReadingBy Utterances UtteranceSpeaker Versions VersionDocument VersionStart VersionLength
    VersionDirect VersionWords VersionWord VersionSame Expectation ExpectationDue ExpectationOutcome Settled
    SettledDocument SettledStatement SettledClaimThere SettledClaim ClaimEntities ClaimEntity ClaimEntityFurther Reviews Review
    Since Stages
}

/// What a string is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Names of people, offices, outlets.
    Name,
    /// What stands between pieces.
    Between,
    /// Ids and titles.
    Id,
    /// Words about something.
    Word,
    /// Whole sentences.
    Said,
}

impl Kind {
    /// All kinds, each at its number.
    pub(super) const ALL: [Self; 5] = [Self::Name, Self::Between, Self::Id, Self::Word, Self::Said];
}
