namespace Padel.Payments.Ledger;

/// <summary>
/// Readable account codes, one set per club. Debit balances: gateways, bank, cash, terminal, receivables, losses. Credit balances: what the
/// club owes people (wallets, held bookings, plans, refunds on their way) and what it has earned.
/// </summary>
internal readonly record struct Accounts(Guid ClubId)
{
    /// <summary>Money a gateway has collected and not paid out yet.</summary>
    public string Gateway(string name) => Of("gateway", name);

    public string Bank => Of("bank");

    /// <summary>Notes in the drawer.</summary>
    public string Cash => Of("cash");

    /// <summary>Card terminal at the desk, until the bank has paid it out.</summary>
    public string Terminal => Of("terminal");

    /// <summary>A player's credit. Never below zero.</summary>
    public string Wallet(Guid playerId) => Of("wallet", playerId.ToString());

    /// <summary>Money held for a booking, not earned yet. Never below zero.</summary>
    public string Booking(Guid bookingId) => Of("booking", bookingId.ToString());

    /// <summary>Value not used yet of a package or membership. Never below zero.</summary>
    public string Plan(Guid planId) => Of("plan", planId.ToString());

    public string Revenue => Of("revenue");

    /// <summary>Earned by late cancellations and no-shows.</summary>
    public string Fees => Of("fees");

    /// <summary>Contained in what was earned; owed to the state.</summary>
    public string Tax => Of("tax");

    /// <summary>What plans make games cheaper by.</summary>
    public string Discounts => Of("discounts");

    /// <summary>Taken out of a booking and not yet with the person.</summary>
    public string RefundsPayable => Of("refunds-payable");

    /// <summary>A fee a player owes.</summary>
    public string Receivable(Guid playerId) => Of("receivable", playerId.ToString());

    public string GatewayFees => Of("gateway-fees");

    public string Rounding => Of("rounding");

    /// <summary>Lost to reversals and disputes.</summary>
    public string Chargebacks => Of("chargebacks");

    /// <summary>Corrections and goodwill by a manager.</summary>
    public string Adjustments => Of("adjustments");

    /// <summary>Accounts that carry a balance row and may not go below zero.</summary>
    public static bool IsGuarded(string account) => account.Split(':') is [_, _, "wallet" or "booking" or "plan", _];

    private string Of(string name) => $"club:{ClubId}:{name}";

    private string Of(string name, string of) => $"club:{ClubId}:{name}:{of}";
}
