using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Payments.Gateways;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Settings;

internal sealed record GatewayList(IReadOnlyList<GatewayEntry> Items);

/// <param name="Methods">The ways of paying it can serve.</param>
/// <param name="NeedsForeignEntity">It serves no business of this country: only for a club with a company abroad.</param>
internal sealed record GatewayEntry(
    string Gateway, string Label, IReadOnlyList<string> Methods, bool NeedsForeignEntity, bool Enabled, IReadOnlyList<GatewayField> Fields,
    DateTimeOffset? ChangedAt, Guid? ChangedBy);

/// <param name="Set">Something is entered. What, nobody is shown.</param>
internal sealed record GatewayField(string Name, string Label, bool Secret, bool Required, bool Set);

/// <summary>Which gateways there are, and what the club has entered for each: names of fields, never their content.</summary>
internal static class ListGateways
{
    public static async Task<Ok<GatewayList>> Handle(StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = (await connection.QueryAsync<GatewayState>(
            """
            select gateway as Gateway, enabled as Enabled, fields_set as FieldsSet, changed_at as ChangedAt, changed_by as ChangedBy
            from gateway_accounts where club_id = @ClubId
            """, new { staff.ClubId })).ToDictionary(row => row.Gateway);
        return TypedResults.Ok(new GatewayList([.. GatewayCatalogue.All.Select(gateway => Entry(gateway, rows.GetValueOrDefault(gateway.Name)))]));
    }

    public static GatewayEntry Entry(GatewayDescription gateway, GatewayState? state) => new(
        gateway.Name, gateway.Label, gateway.Methods, gateway.Name == GatewayNames.Stripe, state?.Enabled ?? false,
        [.. gateway.CredentialFields.Select(field =>
            new GatewayField(field.Name, field.Label, field.IsSecret, field.IsRequired, state?.FieldsSet.Contains(field.Name) ?? false))],
        state?.ChangedAt, state?.ChangedBy);
}

/// <summary>A club's account at a gateway without its credentials.</summary>
internal sealed record GatewayState
{
    public string Gateway { get; init; } = "";
    public bool Enabled { get; init; }
    public string[] FieldsSet { get; init; } = [];
    public DateTimeOffset ChangedAt { get; init; }
    public Guid ChangedBy { get; init; }
}
