using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Settings;

/// <param name="Credentials">Only what changes; null or empty takes an optional one away.</param>
internal sealed record ChangeGatewayRequest(bool Enabled, Dictionary<string, string?>? Credentials = null)
{
    public override string ToString() => nameof(ChangeGatewayRequest);
}

/// <summary>
/// A manager switches a gateway on or off and enters its credentials, which nobody is shown again. Ways of paying that no gateway serves any
/// more are taken off the club's list.
/// </summary>
internal sealed class ChangeGateway(Database<PaymentsModule> database, GatewayAccounts accounts, EventSignals signals, TimeProvider clock)
{
    public static async Task<Results<Ok<GatewayEntry>, Problem>> Handle(
        string gateway, ChangeGatewayRequest request, StaffMember staff, ChangeGateway useCase, CancellationToken cancellation)
    {
        if (GatewayCatalogue.Find(gateway) is not { } description)
            return new Problem(RequestErrors.NotFound);
        var result = await useCase.Run(description, request, staff, cancellation);
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }

    private async Task<Result<GatewayEntry>> Run(GatewayDescription gateway, ChangeGatewayRequest request, StaffMember staff, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await ClubMoneyRows.Lock(transaction, staff.ClubId) is not { } club)
            return RequestErrors.NotFound;
        var before = await accounts.Read(transaction, club.ClubId, gateway.Name);
        var change = GatewayCredentials.Change(gateway, before ?? StoredGateway.Nothing, request.Enabled, request.Credentials ?? []);
        if (!change.IsSuccess)
            return change.Error;
        var after = change.Value;
        await accounts.Write(transaction, club.ClubId, gateway.Name, after, staff.UserId, now);
        var routes = await GatewayRoutes.Of(connection, club, transaction);
        await ChangedSettings.Save(transaction, club, club with { Methods = [.. routes.Working(club.Methods)] }, staff, now);
        await Audit(transaction, gateway, before, after, request.Credentials, staff, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        signals.Raised(PaymentsModule.ServiceName);
        return ListGateways.Entry(gateway, new GatewayState
        {
            Gateway = gateway.Name, Enabled = after.Enabled, FieldsSet = after.FieldsSet, ChangedAt = now, ChangedBy = staff.UserId,
        });
    }

    // Which fields were typed, never what.
    private static Task Audit(
        NpgsqlTransaction transaction, GatewayDescription gateway, StoredGateway? before, StoredGateway after, Dictionary<string, string?>? entered,
        StaffMember staff, DateTimeOffset now) =>
        AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "gateway.changed", "gateway", gateway.Name)
        {
            Before = before is null ? null : new { before.Enabled, before.FieldsSet },
            After = new { after.Enabled, after.FieldsSet, fieldsEntered = (entered ?? []).Keys.Order(StringComparer.Ordinal).ToArray() },
        }, now);
}
