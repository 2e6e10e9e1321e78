namespace Padel.Payments.Gateways;

internal enum InboundVerdict
{
    /// <summary>The gateway itself said it, server to server and signed: the finding may be settled.</summary>
    Verified,

    /// <summary>
    /// A browser's word, or something unsigned: a reason to inquire, nothing more. A finding beside it means that the signature was right,
    /// which is enough to tell the player something, and all there is where <see cref="IGateway.CanInquire"/> is false.
    /// </summary>
    Hint,

    /// <summary>Signed wrongly or not at all where it must be.</summary>
    Forged,

    /// <summary>Not this gateway's form.</summary>
    Unreadable,
}
