namespace Padel.Simulators.Core;

/// <summary>What a notification says, true or not.</summary>
internal enum NotificationKind
{
    /// <summary>How the order stands.</summary>
    Truth,

    /// <summary>Paid, correctly signed, whatever is true.</summary>
    Success,

    /// <summary>Failed, correctly signed, whatever is true.</summary>
    Failure,

    /// <summary>Paid, with a signature that nobody made who knows the secret.</summary>
    Forged,

    /// <summary>Points to an address no merchant should call (EasyPaisa), else as Forged.</summary>
    Hostile,

    /// <summary>True, but signed long ago (Stripe), else as Truth.</summary>
    Stale,

    /// <summary>Signed with an old and the new secret (Stripe), else as Truth.</summary>
    Rotated,
}
