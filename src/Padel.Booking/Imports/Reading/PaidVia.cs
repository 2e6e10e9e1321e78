namespace Padel.Booking.Imports.Reading;

/// <summary>How a game was paid, in the words of <c>payWith</c>; cash is money taken at the club.</summary>
internal readonly record struct PaidVia(string PayWith, bool Paid)
{
    public static readonly PaidVia Unpaid = new("at_club", Paid: false);

    public static bool TryParse(string text, out PaidVia paidVia)
    {
        PaidVia? found = Words.Letters(text) switch
        {
            "cash" => new PaidVia("at_club", Paid: true),
            "jazzcash" => new PaidVia("jazzcash", Paid: true),
            "easypaisa" => new PaidVia("easypaisa", Paid: true),
            "bank" or "banktransfer" => new PaidVia("bank_transfer", Paid: true),
            "card" => new PaidVia("card", Paid: true),
            "unpaid" or "notpaid" or "" => Unpaid,
            _ => null,
        };
        paidVia = found ?? Unpaid;
        return found is not null;
    }
}
