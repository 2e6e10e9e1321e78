using Padel.Kernel;

namespace Padel.Payments.Settings;

/// <summary>A club as Payments knows it, with the settings of its money.</summary>
internal sealed record ClubMoney
{
    public Guid ClubId { get; init; }
    public string Slug { get; init; } = "";
    public string Name { get; init; } = "";
    public string TimeZone { get; init; } = "";
    public string Currency { get; init; } = "";

    /// <summary>The ways of paying it takes now: each has its gateway or bank account.</summary>
    public string[] Methods { get; init; } = [];

    /// <summary>Grows with every change of these settings or of a gateway.</summary>
    public int SettingsVersion { get; init; }
    public string? LegalName { get; init; }
    public string? TaxLabel { get; init; }
    public int TaxBasisPoints { get; init; }
    public string? TaxNumber { get; init; }
    public string ReceiptPrefix { get; init; } = "";
    public string? BankTitle { get; init; }
    public string? BankIban { get; init; }
    public string? BankName { get; init; }
    public long RefundApprovalAboveMinor { get; init; }

    /// <summary>Where players transfer money to; null: the club takes no transfers.</summary>
    public BankDetails? Bank => BankTitle is null || BankIban is null || BankName is null ? null : new BankDetails(BankTitle, BankIban, BankName);

    public TaxDetails? Tax => TaxLabel is null ? null : new TaxDetails(TaxLabel, TaxBasisPoints / 100m, TaxNumber);

    /// <summary>Above this a second person looks: refunds are approved, transfers confirmed.</summary>
    public Money ApprovalAbove => new(RefundApprovalAboveMinor, Kernel.Currency.Of(Currency));

    public string SellerName => LegalName ?? Name;
}

/// <param name="Title">The account's holder, as the bank writes it.</param>
internal sealed record BankDetails(string Title, string Iban, string Bank);

/// <param name="Percent">Contained in every price; at most two decimals.</param>
/// <param name="Number">The club's registration with the tax authority.</param>
internal sealed record TaxDetails(string Label, decimal Percent, string? Number = null);
