//! Ids as text: `#[serde(with = "id")]`, `id::optional` and `id::list`.

use std::borrow::Cow;
use std::fmt::Display;

use domain::id::{
    AccountId, AttachmentId, BatchId, BudgetId, ContributionId, CurrencyId, GoalId, Id, IdPrefix,
    PayeeId, PriceId, RuleId, ScheduleId, StatementRowId, TagId, TransactionId,
};
use serde::{Deserialize, Deserializer, Serializer};

/// A typed id that can be made from an id.
pub(super) trait TypedId: Display {
    fn typed(id: Id) -> Self;
}

macro_rules! typed {
    ($($name:ident),+ $(,)?) => {$(
        impl TypedId for $name {
            fn typed(id: Id) -> Self { Self(id) }
        }
    )+};
}

typed!(
    AccountId,
    AttachmentId,
    BatchId,
    BudgetId,
    ContributionId,
    CurrencyId,
    GoalId,
    PayeeId,
    PriceId,
    RuleId,
    ScheduleId,
    StatementRowId,
    TagId,
    TransactionId,
);

/// Reads a whole id; a prefix of one is refused.
fn whole(text: &str) -> Option<Id> {
    let prefix: IdPrefix = text.parse().ok()?;
    let whole = prefix.step == 1 << domain::id::COUNTER_BITS;
    Id::new(prefix.slot, prefix.first).filter(|_| whole)
}

pub(super) fn serialize<I: TypedId, S: Serializer>(
    id: &I,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}

pub(super) fn deserialize<'de, I: TypedId, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<I, D::Error> {
    let text = Cow::<'de, str>::deserialize(deserializer)?;
    whole(&text)
        .map(I::typed)
        .ok_or_else(|| serde::de::Error::custom("an id has at least eight characters"))
}

/// The same for an id that may be absent, written as `null`.
pub(super) mod optional {
    use super::{Cow, Deserialize, Deserializer, Serializer, TypedId, whole};

    #[allow(
        clippy::ref_option,
        reason = "serde calls this with a reference to the field"
    )]
    pub(in super::super) fn serialize<I: TypedId, S: Serializer>(
        id: &Option<I>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match id {
            Some(id) => serializer.collect_str(id),
            None => serializer.serialize_none(),
        }
    }

    pub(in super::super) fn deserialize<'de, I: TypedId, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<I>, D::Error> {
        let text = Option::<Cow<'de, str>>::deserialize(deserializer)?;
        text.map(|text| {
            whole(&text)
                .map(I::typed)
                .ok_or_else(|| serde::de::Error::custom("an id has at least eight characters"))
        })
        .transpose()
    }
}

/// The same for a list of ids.
pub(super) mod list {
    use super::{Cow, Deserialize, Deserializer, Serializer, TypedId, whole};

    pub(in super::super) fn serialize<I: TypedId, S: Serializer>(
        ids: &[I],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(ids.iter().map(ToString::to_string))
    }

    pub(in super::super) fn deserialize<'de, I: TypedId, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<I>, D::Error> {
        let texts = Vec::<Cow<'de, str>>::deserialize(deserializer)?;
        let ids = texts.iter().map(|text| whole(text).map(I::typed));
        ids.collect::<Option<_>>()
            .ok_or_else(|| serde::de::Error::custom("an id has at least eight characters"))
    }
}
