using Padel.Payments.Gateways;

namespace Padel.Payments.Settings;

/// <summary>How a club takes money, for its managers.</summary>
/// <param name="Methods">What players are offered.</param>
/// <param name="PossibleMethods">All there are, with what stands in the way of each.</param>
/// <param name="RefundApprovalAboveMinor">Above this a manager approves refunds, and a second person confirms transfers.</param>
/// <param name="LegalName">Who sells, on receipts; absent: the club's name.</param>
internal sealed record MoneySettings(
    string[] Methods, IReadOnlyList<PossibleMethod> PossibleMethods, BankDetails? Bank, TaxDetails? Tax, long RefundApprovalAboveMinor,
    string Currency, string ReceiptPrefix, string? LegalName, int Version)
{
    public static MoneySettings Of(ClubMoney club, GatewayRoutes routes) => new(
        club.Methods, [.. MethodNames.All.Select(method => PossibleMethod.Of(method, routes))], club.Bank, club.Tax, club.RefundApprovalAboveMinor,
        club.Currency, club.ReceiptPrefix, club.LegalName, club.SettingsVersion);
}

/// <param name="Missing">What a manager has to do first.</param>
/// <param name="NeedsForeignEntity">The gateway serves no business of this country.</param>
internal sealed record PossibleMethod(string Method, string? Gateway, bool Ready, string? Missing, bool NeedsForeignEntity)
{
    public static PossibleMethod Of(string method, GatewayRoutes routes)
    {
        var gateway = routes.GatewayFor(method);
        return new PossibleMethod(method, gateway, routes.CanOffer(method), routes.WhyNot(method), gateway == GatewayNames.Stripe);
    }
}
