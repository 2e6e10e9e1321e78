namespace Padel.Payments.Charges;

internal enum MoneyStepKind
{
    /// <summary>Held money becomes revenue.</summary>
    Earn,

    /// <summary>Held money becomes a fee.</summary>
    KeepFee,

    /// <summary>Held money pays a fee the player owed.</summary>
    PayFee,

    /// <summary>A fee that no money covers: the player owes it.</summary>
    Owe,

    /// <summary>A fee that was owed is owed no more: it was undone.</summary>
    Forgive,

    /// <summary>Held money goes back to where it came from.</summary>
    GiveBack,
}

internal readonly record struct MoneyStep(MoneyStepKind Kind, long AmountMinor);
