using System.Text.Json;
using Dapper;
using Npgsql;
using Padel.Payments.Gateways;
using Padel.Platform.Data;

namespace Padel.Payments.Settings;

/// <summary>
/// Clubs' accounts at gateways. Credentials are sealed at rest and opened for the one call that needs them; read anew each time, so that a
/// change counts at once everywhere.
/// </summary>
internal sealed class GatewayAccounts(Database<PaymentsModule> database, MasterKey key)
{
    /// <summary>
    /// Also of a gateway that is switched off: payments begun before still come to their end. Who may begin one: <see cref="GatewayRoutes"/>.
    /// </summary>
    public async Task<GatewayAccount?> Find(Guid clubId, string gateway, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var sealedCredentials = await connection.QuerySingleOrDefaultAsync<string>(
            "select sealed_credentials from gateway_accounts where club_id = @clubId and gateway = @gateway", new { clubId, gateway });
        return sealedCredentials is null ? null : new GatewayAccount(clubId, Open(clubId, gateway, sealedCredentials));
    }

    /// <summary>What is entered so far. The caller holds the club's row.</summary>
    internal async Task<StoredGateway?> Read(NpgsqlTransaction transaction, Guid clubId, string gateway)
    {
        var row = await transaction.Connection!.QuerySingleOrDefaultAsync<(bool Enabled, string Sealed)?>( // a transaction in use has its connection
            "select enabled, sealed_credentials from gateway_accounts where club_id = @clubId and gateway = @gateway", new { clubId, gateway }, transaction);
        return row is { } found ? new StoredGateway(found.Enabled, Open(clubId, gateway, found.Sealed)) : null;
    }

    internal Task Write(NpgsqlTransaction transaction, Guid clubId, string gateway, StoredGateway account, Guid staffId, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            insert into gateway_accounts (club_id, gateway, enabled, sealed_credentials, fields_set, changed_by, changed_at)
            values (@clubId, @gateway, @Enabled, @credentials, @FieldsSet, @staffId, @now)
            on conflict (club_id, gateway) do update set enabled = excluded.enabled, sealed_credentials = excluded.sealed_credentials,
                fields_set = excluded.fields_set, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """,
            new
            {
                clubId, gateway, account.Enabled, account.FieldsSet, staffId, now,
                credentials = key.Seal(Purpose(clubId, gateway), JsonSerializer.Serialize(account.Credentials)),
            }, transaction);

    private Dictionary<string, string> Open(Guid clubId, string gateway, string sealedCredentials) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(key.Open(Purpose(clubId, gateway), sealedCredentials)) ?? [];

    // A row moved to another club or gateway does not open.
    private static string Purpose(Guid clubId, string gateway) => $"gateway:{clubId}:{gateway}";
}
