//! The closed sets of the model.

use std::fmt;
use std::str::FromStr;

use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::closed_set::{ClosedSetInfo, closed_sets};
use super::{ClosedSet, Kind, Term, cell_schema};

// They become enums of the library.
closed_sets! { CLOSED_SETS:
    /// How surely something was read from a source.
    Certainty {
        /// Inferred; the source's words imply it.
        Moderate = "moderate",
        /// The source says so itself.
        Stated = "stated",
        /// Inferred; the source's words leave little doubt.
        Strong = "strong",
        /// Inferred; the source's words allow it and no more.
        Weak = "weak",
    }

    /// What a fact about the relation with a provider is about.
    ContractFactKind {
        /// A company of the same group that takes part: its name.
        Affiliate = "affiliate",
        /// A certificate that it holds: its name.
        Certification = "certification",
        /// Where questions go: an e-mail address, a web address, or words.
        Contact = "contact",
        /// The contract on the processing of data: a web address, or words.
        DataProcessingAgreement = "data-processing-agreement",
        /// The legal basis: a key of legal-bases.
        LegalBasis = "legal-basis",
        /// The company behind the service: its legal name.
        LegalEntity = "legal-entity",
        /// How long before a change notice is given, in words.
        NoticePeriod = "notice-period",
        /// Where the company gets letters.
        PostalAddress = "postal-address",
        /// How long data is kept, in words.
        Retention = "retention",
        /// In which role it acts: `processor`, `sub-processor`, `controller` or `joint-controller`.
        Role = "role",
        /// Since when it is used: a day, or a month.
        Start = "start",
        /// Where it names its own sub-processors: a web address.
        SubProcessors = "sub-processors",
        /// By which means data may leave the country: its name, such as that of contract clauses.
        TransferMechanism = "transfer-mechanism",
        /// Its web address.
        Website = "website",
    }

    /// Whether the source says which data passes.
    DataStatus {
        /// The source says which data passes, or which does not.
        Listed = "listed",
        /// The source says that no personal data passes.
        None = "none",
        /// The source names no data. Any data may pass.
        Unknown = "unknown",
    }

    /// How much of a feature needs the provider.
    Extent {
        /// All features of that kind.
        All = "all",
        /// Named only as an example.
        Example = "example",
        /// Exactly this feature.
        Specific = "specific",
    }

    /// The form in which data is disclosed.
    Form {
        /// Summed up over many people.
        Aggregated = "aggregated",
        /// No longer linked to a person.
        Anonymous = "anonymous",
        /// Freed of direct identifiers.
        DeIdentified = "de-identified",
        /// As a one-way hash.
        Hashed = "hashed",
        /// The data itself; the source names no transformation.
        Plain = "plain",
        /// Linked to a pseudonym in place of the person.
        Pseudonymous = "pseudonymous",
        /// The source hints at a limit or change without saying which.
        Unknown = "unknown",
    }

    /// How surely data is part of what is disclosed.
    Likelihood {
        /// It may happen by the way.
        Incidental = "incidental",
        /// The user chooses whether to give it.
        Optional = "optional",
        /// The source says that it is disclosed.
        Stated = "stated",
    }

    /// What a provider does with the data of a practice.
    RecipientRole {
        /// Keeps copies to restore from.
        BacksUp = "backs-up",
        /// Is given the data for a purpose of its service.
        Receives = "receives",
        /// Keeps the data.
        Stores = "stores",
        /// Follows the data; the source says that it tracks it.
        Tracks = "tracks",
    }

    /// How the countries of a region are known.
    RegionKind {
        /// It depends on the customer: no list can say.
        Customer = "customer",
        /// Its members are in region-members.csv.
        Members = "members",
        /// It is the whole world.
        Worldwide = "worldwide",
    }

    /// What the source answers when asked with whom the data of a practice is shared.
    Sharing {
        /// A bare n/a, and no more.
        NotApplicable = "not-applicable",
        /// No answer.
        Unknown = "unknown",
        /// It names providers.
        Yes = "yes",
    }

    /// Why a kind of data deserves special care. The register's own mark, not a legal one.
    SpecialCare {
        /// May be evidence of abuse.
        AbuseMaterial = "abuse-material",
        /// A birth date or an age.
        BirthDate = "birth-date",
        /// Opens an account.
        Credential = "credential",
        /// Money or means of payment.
        Financial = "financial",
        /// No special care.
        None = "none",
        /// Tells where a person is, to within metres.
        PreciseLocation = "precise-location",
        /// A person's voice or picture.
        Recording = "recording",
        /// Mapped to a special category of personal data.
        SpecialCategory = "special-category",
    }

    /// Whether the source says where the data is kept.
    StorageStatus {
        /// The source names the places.
        Listed = "listed",
        /// The source says that nothing is kept.
        None = "none",
        /// The source says that the question does not arise.
        NotApplicable = "not-applicable",
        /// The source sends the reader to the provider.
        SeeProvider = "see-provider",
        /// The source is silent. Data may be kept anywhere.
        Unknown = "unknown",
    }

    /// How one provider follows another.
    SuccessionKind {
        /// The company behind it was bought by that of the other.
        Acquired = "acquired",
        /// Several became one.
        Merged = "merged",
        /// The same thing under another name.
        Renamed = "renamed",
        /// Another takes its place.
        Replaced = "replaced",
        /// One became several.
        Split = "split",
    }

    /// Whether data leaves the European Economic Area.
    Transfer {
        /// It does not.
        No = "no",
        /// The source says that the question does not arise.
        NotApplicable = "not-applicable",
        /// The source does not say.
        Unknown = "unknown",
        /// It does.
        Yes = "yes",
    }
}

// They become `bool` in the library.
closed_sets! {
    /// Whether the source says that data is disclosed, or that it is not.
    Asserted {
        /// The source says that this data is not disclosed.
        No = "no",
        /// The source says that this data is disclosed.
        Yes = "yes",
    }

    /// A plain yes or no.
    YesNo {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
    }

    /// Yes, where the source says so.
    YesOrUnknown {
        /// The source does not say.
        Unknown = "unknown",
        /// The source says yes.
        Yes = "yes",
    }
}

// They are values of contract facts.
closed_sets! {
    /// In which role of data protection law somebody acts.
    Role {
        /// Decides why and how data is processed.
        Controller = "controller",
        /// Decides so together with others.
        JointController = "joint-controller",
        /// Processes data for a controller.
        Processor = "processor",
        /// Processes data for a processor.
        SubProcessor = "sub-processor",
    }
}
