namespace Padel.Payments.Gateways;

/// <summary>What the payer typed for this one call. It lives in memory only: never stored, never logged.</summary>
/// <param name="Phone">E.164 or as people write it.</param>
/// <param name="CnicLast6">The last six digits of the identity card, which JazzCash asks for.</param>
internal sealed record PayerInput(string? Phone, string? CnicLast6, string? Email, string? Name)
{
    public static readonly PayerInput None = new(null, null, null, null);

    public override string ToString() => nameof(PayerInput);
}
