using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Platform.Http;

namespace Padel.Payments.Paying;

/// <param name="Purpose"><c>booking</c>, <c>top_up</c> or <c>plan</c>.</param>
/// <param name="AmountMinor">Of a top-up only; what a booking or plan costs is ours to say.</param>
/// <param name="PlanId">Which plan to pay a booking with; the best one when not named.</param>
/// <param name="Phone">Of the wallet that pays. With <paramref name="CnicLast6"/> it is never stored, never logged.</param>
/// <param name="CnicLast6">The last six digits of the identity card, for JazzCash.</param>
internal sealed record StartPaymentRequest(
    string Purpose, string Method, Guid? BookingId = null, Guid? ClubId = null, long? AmountMinor = null, Guid? ProductId = null,
    Guid? PlanId = null, string? Phone = null, string? CnicLast6 = null)
{
    public const string ForBooking = "booking";
    public const string ForTopUp = "top_up";
    public const string ForPlan = "plan";
    private const int CnicDigits = 6;
    private static readonly string[] Bookable = ["card", "jazzcash", "easypaisa", "bank_transfer", "wallet", "plan"];
    private static readonly string[] FromOutside = ["card", "jazzcash", "easypaisa", "bank_transfer"];
    private static readonly string[] NotByPlan = [.. FromOutside, "wallet"];

    /// <summary>What makes it this request and may be kept, as a hash: nothing of the payer.</summary>
    internal StartPaymentRequest WithoutPayer => this with { Phone = null, CnicLast6 = null };

    /// <summary>The player approves on the phone rather than on the gateway's page.</summary>
    internal bool HasPhone => !string.IsNullOrWhiteSpace(Phone);

    private string[] Methods => Purpose switch { ForBooking => Bookable, ForTopUp => FromOutside, _ => NotByPlan };

    /// <summary>What is wrong with the fields themselves; null when they can be judged.</summary>
    public Error? Invalid()
    {
        var problems = new List<(string, string)>();
        if (Purpose is not (ForBooking or ForTopUp or ForPlan))
            return RequestErrors.Invalid(("purpose", "One of booking, top_up, plan."));
        if (!Methods.Contains(Method))
            problems.Add(("method", $"One of {string.Join(", ", Methods)}."));
        if (Purpose == ForBooking && BookingId is null)
            problems.Add(("bookingId", "This is required."));
        if (Purpose != ForBooking && ClubId is null)
            problems.Add(("clubId", "This is required."));
        if (Purpose == ForTopUp && AmountMinor is null)
            problems.Add(("amountMinor", "This is required."));
        if (Purpose == ForPlan && ProductId is null)
            problems.Add(("productId", "This is required."));
        problems.AddRange(PayerProblems());
        return problems.Count > 0 ? RequestErrors.Invalid([.. problems]) : null;
    }

    // Without a phone the player pays on the gateway's own page.
    private IEnumerable<(string, string)> PayerProblems()
    {
        if (!string.IsNullOrWhiteSpace(Phone) && WalletPhone.Of(Phone) is null)
            yield return ("phone", "A Pakistani mobile number like 0300 1234567.");
        if (!string.IsNullOrWhiteSpace(CnicLast6) && (CnicLast6.Length != CnicDigits || !CnicLast6.All(char.IsAsciiDigit)))
            yield return ("cnicLast6", "The last six digits of your identity card.");
        if (Method == "jazzcash" && string.IsNullOrWhiteSpace(Phone) != string.IsNullOrWhiteSpace(CnicLast6))
            yield return (string.IsNullOrWhiteSpace(Phone) ? "phone" : "cnicLast6", "JazzCash needs both your mobile number and the last six digits of your identity card.");
    }

    /// <summary>Never what the payer typed.</summary>
    public override string ToString() => $"{Purpose} by {Method}";
}
