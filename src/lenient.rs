//! Terms in serde, and a form that survives terms of a newer register.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::term::{Term, parse};

/// A term, or the text of one that this register does not know.
///
/// For reading data that a newer register wrote: a field of a term's own type refuses a text that is
/// neither a key nor a name, this one keeps it. A known term is written by its key, whatever was
/// read. Where the format hands out text that cannot be borrowed, the text is kept with the feature
/// `alloc` and is [`Dropped`](Self::Dropped) without it.
///
/// ```
/// use serde::Deserialize;
/// use serde::de::value::{BorrowedStrDeserializer, Error};
/// use service_providers::Form;
/// use service_providers::lenient::Lenient;
///
/// let read = |text| Lenient::<Form>::deserialize(BorrowedStrDeserializer::<Error>::new(text));
/// assert_eq!(read("hashed").unwrap(), Lenient::Known(Form::Hashed));
/// assert_eq!(read("something-new").unwrap().text(), Some("something-new"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lenient<'a, T> {
    /// A term that this register knows.
    Known(T),
    /// A text that it does not, borrowed from the input.
    Borrowed(&'a str),
    /// A text that it does not, kept.
    #[cfg(feature = "alloc")]
    Owned(alloc::string::String),
    /// A text that it does not know and could not keep.
    Dropped,
}

impl<T: Term> Lenient<'_, T> {
    /// The term, if this register knows it.
    #[inline]
    pub fn known(&self) -> Option<T> {
        match self {
            Self::Known(term) => Some(*term),
            _ => None,
        }
    }

    /// The key or the unknown text; `None` where the text was dropped.
    #[inline]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Known(term) => Some(term.key()),
            Self::Borrowed(text) => Some(text),
            #[cfg(feature = "alloc")]
            Self::Owned(text) => Some(text),
            Self::Dropped => None,
        }
    }
}

impl<T: Term> Serialize for Lenient<'_, T> {
    /// # Errors
    /// Where the text was dropped: it must not be written as something else.
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.text() {
            Some(text) => serializer.serialize_str(text),
            None => Err(serde::ser::Error::custom("the text of an unknown term was dropped")),
        }
    }
}

impl<'de, T: Term> Deserialize<'de> for Lenient<'de, T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LenientVisitor<T>(PhantomData<T>);

        impl<'de, T: Term> Visitor<'de> for LenientVisitor<T> {
            type Value = Lenient<'de, T>;

            #[inline]
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                expecting::<T>(f)
            }

            #[inline]
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(parse(text).map_or(Lenient::Borrowed(text), Lenient::Known))
            }

            #[inline]
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(lenient(text))
            }
        }

        deserializer.deserialize_str(LenientVisitor(PhantomData))
    }
}

/// Reads a term, or the text of an unknown one, without borrowing from the input: for fields of
/// types that are read from a stream.
///
/// With `derive`, write `#[serde(deserialize_with = "service_providers::lenient::detached")]` above
/// the field.
///
/// ```
/// use serde::de::value::{Error, StrDeserializer};
/// use service_providers::Form;
/// use service_providers::lenient::detached;
///
/// let form = detached::<Form, _>(StrDeserializer::<Error>::new("something-new")).unwrap();
/// assert_eq!(form.known(), None);
/// ```
///
/// # Errors
/// Where there is no text.
#[inline]
pub fn detached<'de, T: Term, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Lenient<'static, T>, D::Error> {
    struct DetachedVisitor<T>(PhantomData<T>);

    impl<T: Term> Visitor<'_> for DetachedVisitor<T> {
        type Value = Lenient<'static, T>;

        #[inline]
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            expecting::<T>(f)
        }

        #[inline]
        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(lenient(text))
        }
    }

    deserializer.deserialize_str(DetachedVisitor(PhantomData))
}

/// What a reader of a term expects, for messages.
#[inline]
fn expecting<T: Term>(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "the key or a name of a {}", T::KIND)
}

/// The term of a text, or the text where it can be kept.
#[inline]
fn lenient<T: Term>(text: &str) -> Lenient<'static, T> {
    parse(text).map_or_else(|_| unknown(text), Lenient::Known)
}

#[inline]
#[cfg(feature = "alloc")]
fn unknown<T>(text: &str) -> Lenient<'static, T> {
    Lenient::Owned(text.into())
}

#[inline]
#[cfg(not(feature = "alloc"))]
fn unknown<T>(_text: &str) -> Lenient<'static, T> {
    Lenient::Dropped
}

/// Reads a term or fails, without allocation.
pub(crate) struct TermVisitor<T>(PhantomData<T>);

impl<T> TermVisitor<T> {
    #[inline]
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: Term> Visitor<'_> for TermVisitor<T> {
    type Value = T;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expecting::<T>(f)
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        parse(text).map_err(E::custom)
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use serde::Deserialize;
    use serde::de::value::{Error, StrDeserializer};

    use super::{Lenient, detached};
    use crate::Provider;

    #[test]
    fn unknown_text_that_cannot_be_borrowed_is_kept() {
        let text = || StrDeserializer::<Error>::new("someone-new");
        let kept = Lenient::<Provider>::deserialize(text()).unwrap();
        assert_eq!(kept, Lenient::Owned("someone-new".into()));
        assert_eq!(kept.text(), Some("someone-new"));
        assert_eq!(detached::<Provider, _>(text()).unwrap(), kept);
    }
}
