using Dapper;
using Npgsql;
using Padel.Payments.Gateways;

namespace Padel.Payments.Settings;

/// <summary>Which gateway serves which way of paying at a club, and what it could offer at all.</summary>
/// <param name="SwitchedOn">Names of gateways.</param>
/// <param name="HasBank">Players know where to transfer money to.</param>
internal sealed record GatewayRoutes(IReadOnlyCollection<string> SwitchedOn, bool HasBank)
{
    public static async Task<GatewayRoutes> Of(NpgsqlConnection connection, ClubMoney club, NpgsqlTransaction? transaction = null) =>
        new((await connection.QueryAsync<string>(
            "select gateway from gateway_accounts where club_id = @ClubId and enabled", new { club.ClubId }, transaction)).AsList(), club.Bank is not null);

    /// <summary>The gateway to start a payment of this method at; null when no gateway is needed, or none is there.</summary>
    public string? GatewayFor(string method) => GatewayCatalogue.Serving(method, SwitchedOn);

    public bool CanOffer(string method) => WhyNot(method) is null;

    /// <summary>What a manager has to do before players can pay this way; null when nothing.</summary>
    public string? WhyNot(string method) => method switch
    {
        MethodNames.AtClub or MethodNames.Wallet or MethodNames.Plan => null,
        MethodNames.BankTransfer => HasBank ? null : "Enter the club's bank account first.",
        _ when !MethodNames.All.Contains(method) => "There is no such way of paying.",
        _ => GatewayFor(method) is null ? $"Switch on a gateway for it first: {GatewaysOf(method)}." : null,
    };

    /// <summary>Those of the club's ways of paying that work now.</summary>
    public IEnumerable<string> Working(IEnumerable<string> methods) => methods.Where(CanOffer);

    private static string GatewaysOf(string method) =>
        string.Join(" or ", GatewayCatalogue.All.Where(gateway => gateway.Methods.Contains(method)).Select(gateway => gateway.Label));
}
