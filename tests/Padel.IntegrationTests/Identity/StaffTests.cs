using System.Net;
using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

public sealed class StaffTests(PadelServer server) : IClassFixture<PadelServer>
{
    private readonly Guid _clubId = Guid.CreateVersion7();

    private string Path => $"/api/v1/clubs/{_clubId}/staff";

    [Fact]
    public async Task A_removed_member_is_out_on_the_very_next_request()
    {
        var owner = await server.StaffOf(_clubId, "owner");
        var manager = await server.StaffOf(_clubId, "manager");
        (await manager.Http.Get(Path)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await owner.Http.Delete($"{Path}/{manager.UserId}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var next = await manager.Http.Get(Path);
        (await next.Problem(HttpStatusCode.Forbidden)).ShouldBe("request.not_allowed");
    }

    [Fact]
    public async Task An_owner_adds_a_person_by_a_contact_they_have_proved()
    {
        var owner = await server.StaffOf(_clubId, "owner");
        var person = await server.SignUp();
        using var added = await owner.Http.Post(Path, new { identifier = "0" + person.Identifier[3..], role = "manager" });
        (await added.Body(HttpStatusCode.Created)).GetProperty("role").GetString().ShouldBe("manager");

        (await person.Me()).GetProperty("roles").EnumerateArray().Single().GetProperty("clubId").GetGuid().ShouldBe(_clubId);
        (await person.Http.Get(Path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await owner.Http.Post(Path, new { identifier = person.Identifier, role = "desk" });
        (await again.Body(HttpStatusCode.Created)).GetProperty("role").GetString().ShouldBe("desk");
        (await person.Http.Get(Path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_claimed_contact_gets_no_role()
    {
        var owner = await server.StaffOf(_clubId, "owner");
        var claimant = await server.SignUpUnverified();
        using var answer = await owner.Http.Post(Path, new { identifier = claimant.Identifier, role = "desk" });
        (await answer.Problem(HttpStatusCode.UnprocessableEntity)).ShouldBe("identity.unknown_person");
    }

    [Fact]
    public async Task A_manager_adds_and_removes_the_desk_only()
    {
        var owner = await server.StaffOf(_clubId, "owner");
        var manager = await server.StaffOf(_clubId, "manager");
        var person = await server.SignUp();
        using var desk = await manager.Http.Post(Path, new { identifier = person.Identifier, role = "desk" });
        desk.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var promoted = await manager.Http.Post(Path, new { identifier = person.Identifier, role = "manager" });
        (await promoted.Problem(HttpStatusCode.Forbidden)).ShouldBe("identity.role_above_yours");
        using var deposed = await manager.Http.Delete($"{Path}/{owner.UserId}");
        (await deposed.Problem(HttpStatusCode.Forbidden)).ShouldBe("identity.role_above_yours");
        (await manager.Http.Delete($"{Path}/{person.UserId}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await manager.Http.Delete($"{Path}/{person.UserId}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_last_owner_stays_even_when_two_remove_each_other_at_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var clubId = Guid.CreateVersion7();
            var first = await server.StaffOf(clubId, "owner");
            var second = await server.StaffOf(clubId, "owner");
            await Task.WhenAll(
                first.Http.Delete($"/api/v1/clubs/{clubId}/staff/{second.UserId}"), second.Http.Delete($"/api/v1/clubs/{clubId}/staff/{first.UserId}"));
            await using var sql = await server.Sql();
            (await sql.QuerySingleAsync<int>("select count(*) from identity.staff where club_id = @clubId and role = 'owner'", new { clubId })).ShouldBe(1);
        }
    }

    [Fact]
    public async Task The_only_owner_cannot_leave()
    {
        var owner = await server.StaffOf(_clubId, "owner");
        using var answer = await owner.Http.Delete($"{Path}/{owner.UserId}");
        (await answer.Problem(HttpStatusCode.UnprocessableEntity)).ShouldBe("identity.last_owner");
    }

    [Fact]
    public async Task Staff_of_one_club_are_nobody_at_another()
    {
        var owner = await server.StaffOf(_clubId, "owner");
        (await owner.Http.Get($"/api/v1/clubs/{Guid.CreateVersion7()}/staff")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var player = await server.SignUp();
        (await player.Http.Get(Path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await server.Anyone.Get(Path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_change_of_role_is_audited_and_told_with_it()
    {
        var owner = await server.StaffOf(_clubId, "owner");
        var person = await server.SignUp();
        (await owner.Http.Post(Path, new { identifier = person.Identifier, role = "desk" })).Dispose();
        (await owner.Http.Post(Path, new { identifier = person.Identifier, role = "desk" })).Dispose();
        (await owner.Http.Delete($"{Path}/{person.UserId}")).Dispose();

        await using var sql = await server.Sql();
        var audit = await sql.QueryAsync<string>(
            "select concat_ws(' ', action, before->>'role', after->>'role') from identity.audit_log where club_id = @_clubId and actor_id = @UserId order by audit_id",
            new { _clubId, owner.UserId });
        audit.ShouldBe(["staff.role_set desk", "staff.removed desk"]);
        var told = await sql.QueryAsync<string?>(
            "select data->>'role' from identity.outbox where type = 'padel.identity.role-changed.v1' and club_id = @_clubId order by event_id", new { _clubId });
        told.ShouldBe(["desk", null]);
    }

    [Theory]
    [InlineData("", "desk", "identifier")]
    [InlineData("03001234567", "admin", "role")]
    [InlineData("03001234567", "", "role")]
    public async Task A_staff_request_says_which_field_is_wrong(string identifier, string role, string field)
    {
        var owner = await server.StaffOf(_clubId, "owner");
        using var answer = await owner.Http.Post(Path, new { identifier, role });
        (await answer.Body(HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }
}
