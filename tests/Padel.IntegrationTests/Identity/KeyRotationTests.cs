using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.Identity.Keys;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

public sealed class KeyRotationTests : IAsyncLifetime
{
    private PadelServer _first = null!; // started before each test
    private PadelServer _second = null!;

    public async ValueTask InitializeAsync()
    {
        _first = await PadelServer.Start();
        _second = await PadelServer.Start(new PadelServerOptions { Database = _first.Database, Clock = _first.Clock });
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    [Fact]
    public async Task Two_processes_on_one_database_make_one_key_and_believe_each_others_tokens()
    {
        var person = await _first.SignUp();
        (await StatusAt(_second, person.AccessToken)).ShouldBe(HttpStatusCode.OK);
        await using var sql = await _first.Sql();
        (await sql.QuerySingleAsync<int>("select count(*) from identity.signing_keys")).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_key_signs_nobody_out_and_is_known_everywhere_at_once()
    {
        var before = await _first.SignUp();
        (await StatusAt(_second, before.AccessToken)).ShouldBe(HttpStatusCode.OK);

        await MakeKeysOld(days: 31);
        (await Rotate(_first)).ShouldBeGreaterThan(0);
        var after = await _first.SignUp();

        Answers.Part(after.AccessToken, 0).GetProperty("kid").GetString()
            .ShouldNotBe(Answers.Part(before.AccessToken, 0).GetProperty("kid").GetString());
        foreach (var server in new[] { _first, _second })
        {
            (await StatusAt(server, before.AccessToken)).ShouldBe(HttpStatusCode.OK);
            (await StatusAt(server, after.AccessToken)).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Both_processes_rotating_at_once_make_one_key()
    {
        await _first.SignUp();
        await MakeKeysOld(days: 31);
        await Task.WhenAll(Rotate(_first), Rotate(_second), Rotate(_first), Rotate(_second));
        await using var sql = await _first.Sql();
        (await sql.QuerySingleAsync<int>("select count(*) from identity.signing_keys")).ShouldBe(2);
    }

    [Fact]
    public async Task A_replaced_key_goes_when_its_last_token_has_long_expired()
    {
        await _first.SignUp();
        await MakeKeysOld(days: 31);
        await Rotate(_first);
        _first.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(9));
        (await Rotate(_first)).ShouldBe(0);
        _first.Clock.Advance(TimeSpan.FromMinutes(2));
        await Rotate(_first);
        await using var sql = await _first.Sql();
        (await sql.QuerySingleAsync<int>("select count(*) from identity.signing_keys")).ShouldBe(1);
    }

    [Fact]
    public async Task The_private_key_is_stored_sealed()
    {
        await _first.SignUp();
        await using var sql = await _first.Sql();
        var stored = Convert.FromBase64String(await sql.QuerySingleAsync<string>("select private_key from identity.signing_keys"));
        using var rsa = System.Security.Cryptography.RSA.Create();
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => rsa.ImportPkcs8PrivateKey(stored, out _));
    }

    private async Task MakeKeysOld(int days)
    {
        await using var sql = await _first.Sql();
        await sql.ExecuteAsync("update identity.signing_keys set created_at = created_at - make_interval(days => @days)", new { days });
    }

    private static Task<int> Rotate(PadelServer server) => server.Services.GetRequiredService<KeyRing>().Rotate(TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> StatusAt(PadelServer server, string token)
    {
        using var http = server.Client(token);
        using var answer = await http.Get("/api/v1/me");
        return answer.StatusCode;
    }
}
